import { describeObject } from '../../schema/describe/describe-object.ts';
import { accessOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { answerUnlessUnmodified } from './if-modified-since.ts';
import { apiVersionOf, objectOf } from './sobject-request.ts';

export const describe = defineOperation({
  name: 'sObject Describe',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/describe',
  evidence: ['recorded'],
  source: 'describes recorded by CumulusCI (v48 to v58) and Nango integration templates (2026-05)',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    return answerUnlessUnmodified(context, () =>
      describeObject({ ...context, access: accessOf(context) }, object, apiVersionOf(context.request)),
    );
  },
});
