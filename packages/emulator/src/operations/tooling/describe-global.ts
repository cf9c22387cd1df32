import { toolingSchema } from '../../tooling/tooling-schema.ts';
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
  handle({ org, request }) {
    const apiVersion = apiVersionOf(request);
    const sobjects = toolingSchema(org)
      .objects()
      .map((object) => toToolingUrls(describeSummary(object, apiVersion)));
    return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
  },
});
