import { describeSummary } from '../../schema/describe/describe-summary.ts';
import { defineOperation } from '../operation.ts';
import { answerUnlessUnmodified } from './if-modified-since.ts';
import { apiVersionOf } from './sobject-request.ts';

export const describeGlobal = defineOperation({
  name: 'Describe Global',
  method: 'GET',
  path: '/services/data/:version/sobjects',
  evidence: ['recorded'],
  source: 'recorded by Nango integration templates (2026-05)',
  composable: true,
  handle(context) {
    const apiVersion = apiVersionOf(context.request);
    return answerUnlessUnmodified(context, () => ({
      encoding: 'UTF-8',
      maxBatchSize: 200,
      sobjects: context.schema.objects().map((object) => describeSummary(object, apiVersion)),
    }));
  },
});
