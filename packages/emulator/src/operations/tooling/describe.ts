import { describeObject } from '../../schema/describe/describe-object.ts';
import { toToolingUrls } from '../../tooling/tooling-record.ts';
import { visibleToolingSchema } from '../../tooling/visible-tooling-schema.ts';
import { accessOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';
import { toolingObjectOf } from './tooling-request.ts';

export const toolingDescribe = defineOperation({
  name: 'Tooling API: describe',
  method: 'GET',
  path: '/services/data/:version/tooling/sobjects/:object/describe',
  evidence: ['documented', 'unverified'],
  source:
    'Tooling API guide, REST Resources; that it is shaped as the data API describes objects is not verified in full',
  handle(context) {
    const access = accessOf(context);
    const described = describeObject(
      { org: context.org, access, schema: visibleToolingSchema(context.org, access) },
      toolingObjectOf(context),
      apiVersionOf(context.request),
    );
    return { status: 200, body: toToolingUrls(described) };
  },
});
