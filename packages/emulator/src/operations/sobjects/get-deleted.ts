import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { formatDateTime } from '../../soql/format-value.ts';
import { defineOperation } from '../operation.ts';
import { changedRows } from './changed-rows.ts';
import { readRange } from './replication-range.ts';
import { objectOf } from './sobject-request.ts';

const MAX_DAYS = 30;
const BIN_MILLISECONDS = 15 * 24 * 60 * 60 * 1000;

export const getDeleted = defineOperation({
  name: 'sObject Get Deleted',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/deleted',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'REST API guide, sObject Get Deleted (records of the last 15 days); jsforce. Not verified: the texts of ' +
    'INVALID_REPLICATION_DATE, and `earliestDateAvailable`, which is 15 days ago here, where nothing is purged',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    if (!object.fields.has('SystemModstamp')) throw new NotEmulatedError(`deleted records of ${object.name}`);
    const range = readRange(context, MAX_DAYS);
    const earliest = new Date(context.org.clock().getTime() - BIN_MILLISECONDS);
    earliest.setUTCSeconds(0, 0);
    const rows = changedRows(context, object, range, 'deleted').filter(({ at }) => at >= earliest.toISOString());
    return {
      status: 200,
      body: {
        deletedRecords: rows.map(({ id, at }) => ({ deletedDate: formatDateTime(at), id })),
        earliestDateAvailable: formatDateTime(earliest.toISOString()),
        latestDateCovered: formatDateTime(range.covered.toISOString()),
      },
    };
  },
});
