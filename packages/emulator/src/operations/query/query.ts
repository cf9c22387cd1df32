import { defineOperation } from '../operation.ts';
import { answerQuery } from './answer-query.ts';

export const query = defineOperation({
  name: 'Query',
  method: 'GET',
  path: '/services/data/:version/query',
  evidence: ['recorded'],
  source: 'recorded by sf-fx-runtime-nodejs (v51, 2021-04) and Nango integration templates (2026-05)',
  composable: true,
  handle: (context) => answerQuery(context, { includeDeleted: false }),
});
