import { describeSummary } from '../../schema/describe/describe-summary.ts';
import { defineOperation } from '../operation.ts';
import { MAX_RECENT, recentRecords } from './recent-records.ts';
import { apiVersionOf, objectOf } from './sobject-request.ts';

export const basicInformation = defineOperation({
  name: 'sObject Basic Information: get metadata of an object',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object',
  evidence: ['documented'],
  source: 'REST API guide, sObject Basic Information; which and how many items are recent: see Recently Viewed Items',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    return {
      status: 200,
      body: {
        objectDescribe: describeSummary(object, apiVersionOf(context.request)),
        recentItems: recentRecords(context, [object], MAX_RECENT),
      },
    };
  },
});
