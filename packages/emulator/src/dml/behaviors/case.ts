import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { contactDetails } from '../cases/contact-details.ts';
import type { DmlContext } from '../dml-context.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { picklistFlag } from '../picklist-flag.ts';
import type { StoredRecord } from '../stored-record.ts';
import { timestamp } from '../write-row.ts';

/**
 * A status says whether the case is closed, and since when; the contact's numbers and address are shown. Source: Object
 * Reference, Case. That a case without an account takes its contact's is not verified, nor that reopening clears
 * `ClosedDate`.
 */
export const caseBehavior: ObjectBehavior = {
  object: 'Case',
  beforeCreate(context, values) {
    refuseComments(values);
    values['AccountId'] ??= accountOf(context, values['ContactId']);
    Object.assign(values, contactDetails(context, values['ContactId']));
    if (isClosed(context, values)) Object.assign(values, { IsClosed: 1, ClosedDate: timestamp(context) });
  },
  beforeUpdate(context, changes, record) {
    refuseComments(changes);
    if ('ContactId' in changes) Object.assign(changes, contactDetails(context, changes['ContactId']));
    if (!('Status' in changes) || isClosed(context, changes) === (record['IsClosed'] === 1)) return;
    Object.assign(
      changes,
      isClosed(context, changes) ? { IsClosed: 1, ClosedDate: timestamp(context) } : { IsClosed: 0, ClosedDate: null },
    );
  },
};

function isClosed({ org }: DmlContext, { Status }: StoredRecord): boolean {
  return picklistFlag(org, ['Case', 'Status'], 'closed', Status);
}

function accountOf({ org }: DmlContext, contactId: unknown): string | null {
  const account = typeof contactId === 'string' ? org.records.find('Contact', contactId)?.['AccountId'] : null;
  return typeof account === 'string' ? account : null;
}

/** Salesforce makes a CaseComment of them. */
function refuseComments(values: StoredRecord): void {
  if (typeof values['Comments'] === 'string') throw new NotEmulatedError('Comments of a Case');
}
