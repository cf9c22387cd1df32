import { visibleToolingSchema } from '../../tooling/visible-tooling-schema.ts';
import { accessOf } from '../caller.ts';
import { toToolingUrls } from '../../tooling/tooling-record.ts';
import { describeSummary } from '../../schema/describe/describe-summary.ts';
import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';

export const toolingDescribeGlobal = defineOperation({
  name: 'Tooling API: describe global',
  method: 'GET',
  path: '/services/data/:version/tooling/sobjects',
  evidence: ['documented'],
  source: 'Tooling API guide, REST Resources; only the objects that are emulated',
  handle(context) {
    const apiVersion = apiVersionOf(context.request);
    const sobjects = visibleToolingSchema(context.org, accessOf(context))
      .objects()
      .map((object) => toToolingUrls(describeSummary(object, apiVersion)));
    return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
  },
});
