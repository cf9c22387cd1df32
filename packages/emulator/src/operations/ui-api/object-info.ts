import { answerUiApi } from '../../ui-api/answer-ui-api.ts';
import { objectInfo } from '../../ui-api/object-info.ts';
import { uiApiObject } from '../../ui-api/ui-api-objects.ts';
import { accessOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';

export const getObjectInfo = defineOperation({
  name: 'UI API: get object metadata',
  method: 'GET',
  path: '/services/data/:version/ui-api/object-info/:object',
  evidence: ['recorded', 'documented', 'unverified'],
  source:
    'recorded by lwc-recipes (v45); UI API guide v67, Object Info and Field; `eTag` from the types of Salesforce’s ' +
    'mobile tools; the values of members newer than v45 are those of describe (not verified)',
  handle(context) {
    const { org, request, schema } = context;
    const object = uiApiObject(schema, param(request, 'object'));
    return answerUiApi(request, {
      ...objectInfo({ org, access: accessOf(context), schema, object, apiVersion: apiVersionOf(request) }),
    });
  },
});
