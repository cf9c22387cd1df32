import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { defineOperation } from '../operation.ts';
import { MAX_RECENT, recentRecords } from './recent-records.ts';

export const recent = defineOperation({
  name: 'Recently Viewed Items',
  method: 'GET',
  path: '/services/data/:version/recent',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'REST API guide, Recently Viewed Items (`limit`, at most 200 of an object); jsforce. Not verified: that a record ' +
    'without a name field has none here',
  batchable: true,
  handle(context) {
    const text = context.request.query.get('limit');
    const limit = text === null ? MAX_RECENT : Number(text);
    if (!Number.isInteger(limit) || limit < 1) throw new NotEmulatedError(`the limit ${text}`);
    return { status: 200, body: recentRecords(context, context.schema.objects(), Math.min(limit, MAX_RECENT)) };
  },
});
