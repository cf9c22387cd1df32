import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { formatDateTime } from '../../soql/format-value.ts';
import { defineOperation } from '../operation.ts';
import { changedRows } from './changed-rows.ts';
import { readRange } from './replication-range.ts';
import { objectOf } from './sobject-request.ts';

const MAX_DAYS = 30;

export const getUpdated = defineOperation({
  name: 'sObject Get Updated',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/updated',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'REST API guide, sObject Get Updated; jsforce. Not verified: the texts of INVALID_REPLICATION_DATE, that records are ' +
    'found by SystemModstamp, and that `latestDateCovered` is the end of the range or the minute before now',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    if (!object.fields.has('SystemModstamp')) throw new NotEmulatedError(`updated records of ${object.name}`);
    const range = readRange(context, MAX_DAYS);
    return {
      status: 200,
      body: {
        ids: changedRows(context, object, range, 'updated').map(({ id }) => id),
        latestDateCovered: formatDateTime(range.covered.toISOString()),
      },
    };
  },
});
