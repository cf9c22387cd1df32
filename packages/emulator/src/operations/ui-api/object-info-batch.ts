import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { answerUiApi } from '../../ui-api/answer-ui-api.ts';
import { objectInfo } from '../../ui-api/object-info.ts';
import { uiApiObject } from '../../ui-api/ui-api-objects.ts';
import { accessOf } from '../caller.ts';
import { defineOperation, type OperationContext } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';

interface BatchItem {
  readonly result: unknown;
  readonly statusCode: number;
}

export const getObjectInfoBatch = defineOperation({
  name: 'UI API: get a batch of object metadata',
  method: 'GET',
  path: '/services/data/:version/ui-api/object-info/batch/:objects',
  evidence: ['documented', 'client'],
  source:
    'UI API guide v67, Get Metadata for Multiple Objects and Batch Results; the body with an unsupported object from ' +
    'the tests of Salesforce’s Lightning Data Service',
  handle(context) {
    const names = param(context.request, 'objects').split(',');
    const results = names.map((name) => infoOf(context, name.trim()));
    const hasErrors = results.some(({ statusCode }) => statusCode !== 200);
    return answerUiApi(context.request, { hasErrors, results });
  },
});

function infoOf(context: OperationContext, name: string): BatchItem {
  const { org, request, schema } = context;
  try {
    const object = uiApiObject(schema, name);
    return {
      result: objectInfo({ org, access: accessOf(context), schema, object, apiVersion: apiVersionOf(request) }),
      statusCode: 200,
    };
  } catch (error) {
    if (!(error instanceof SalesforceApiError)) throw error;
    return { result: [error.toBody()], statusCode: error.status };
  }
}
