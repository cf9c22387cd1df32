import { defineOperation } from '../operation.ts';
import { answerQuery } from './answer-query.ts';

export const queryAll = defineOperation({
  name: 'QueryAll',
  method: 'GET',
  path: '/services/data/:version/queryAll',
  evidence: ['documented'],
  source: 'REST API guide, QueryAll: deleted records too; further pages come from `/query/…`',
  composable: true,
  handle: (context) => answerQuery(context, { includeDeleted: true }),
});
