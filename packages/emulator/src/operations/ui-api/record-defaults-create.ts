import { answerUiApi } from '../../ui-api/answer-ui-api.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { recordDefaults } from '../../ui-api/record-defaults.ts';
import { uiApiObject } from '../../ui-api/ui-api-objects.ts';
import { unqualifiedName } from '../../ui-api/ui-api-errors.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';
import { requestedRecordType } from './ui-api-request.ts';

export const getRecordCreateDefaults = defineOperation({
  name: 'UI API: get default values to create a record',
  method: 'GET',
  path: '/services/data/:version/ui-api/record-defaults/create/:object',
  evidence: ['recorded', 'documented', 'unverified'],
  source:
    'recorded by lwc-recipes (v45); UI API guide v67, Record Defaults; the error for an unqualified name captured by an ' +
    'open-source Apex runtime; display values of dates and amounts are left out',
  handle(context) {
    const { org, request, schema } = context;
    const object = uiApiObject(schema, param(request, 'object'));
    const optional = (request.query.get('optionalFields') ?? '').split(',').filter((name) => name !== '');
    const unqualified = optional.find((name) => !name.includes('.'));
    if (unqualified !== undefined) throw unqualifiedName(unqualified);
    if (optional.length > 0) throw new NotEmulatedError('the parameter optionalFields of record defaults');
    const recordType = requestedRecordType(context, object);
    const { userId } = callerOf(context);
    const apiVersion = apiVersionOf(request);
    return answerUiApi(request, recordDefaults({ org, userId, schema, object, recordType, apiVersion }));
  },
});
