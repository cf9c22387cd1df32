import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { ObjectBehavior } from '../object-behavior.ts';

const DRAFT = '5';
const ALWAYS_WRITEABLE = new Set(['IsExternallyVisible', 'Status']);

/**
 * Only a draft can be edited; of other emails only `IsExternallyVisible`, custom fields, and the status from new to read.
 * Source: Object Reference, EmailMessage. The error of other edits is not known. The task that Salesforce makes for an
 * email on another record than a case is not made here.
 */
export const emailMessage: ObjectBehavior = {
  object: 'EmailMessage',
  beforeUpdate({ org }, changes, record) {
    if (record['Status'] === DRAFT) return;
    const refused = Object.keys(changes).filter(
      (name) => !ALWAYS_WRITEABLE.has(name) && !org.schema.field('EmailMessage', name)?.custom,
    );
    const status = changes['Status'] ?? record['Status'];
    if (status !== record['Status'] && !(record['Status'] === '0' && status === '1')) refused.push('Status');
    if (refused.length > 0)
      throw new NotEmulatedError(`changing ${refused.join(', ')} of an EmailMessage that is no draft`);
  },
};
