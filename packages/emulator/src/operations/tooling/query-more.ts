import { toToolingRecord } from '../../tooling/tooling-record.ts';
import { defineOperation } from '../operation.ts';
import { queryMore } from '../query/query-more.ts';

export const toolingQueryMore = defineOperation({
  ...queryMore,
  name: 'Tooling API: further pages of a query',
  path: '/services/data/:version/tooling/query/:locator',
  evidence: ['documented'],
  source: 'Tooling API guide, REST Resources',
  composable: false,
  async handle(context) {
    const answer = await queryMore.handle(context);
    return { ...answer, body: toToolingRecord(answer.body as Record<string, unknown>) };
  },
});
