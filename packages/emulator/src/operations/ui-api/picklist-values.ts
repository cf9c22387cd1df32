import { noSuchColumn } from '../../dml/field-errors.ts';
import { answerUiApi } from '../../ui-api/answer-ui-api.ts';
import { isPicklist, picklistValues } from '../../ui-api/picklist-values.ts';
import { notAPicklist } from '../../ui-api/ui-api-errors.ts';
import { defineOperation } from '../operation.ts';
import { param } from '../sobjects/sobject-request.ts';
import { picklistRequest } from './ui-api-request.ts';

export const getPicklistValues = defineOperation({
  name: 'UI API: get values for a picklist field',
  method: 'GET',
  path: '/services/data/:version/ui-api/object-info/:object/picklist-values/:recordTypeId/:field',
  evidence: ['recorded', 'documented', 'practitioner', 'unverified'],
  source:
    'recorded by lwc-recipes (v45); UI API guide v67, Picklist Values; StageName at v42 printed on Salesforce Stack ' +
    'Exchange; the text for a field that is no picklist captured by an open-source Apex runtime; the error for a field ' +
    'that does not exist is that of sObject Rows (not verified)',
  handle(context) {
    const { request } = context;
    const options = picklistRequest(context);
    const name = param(request, 'field');
    const field = context.schema.field(options.object.name, name);
    if (!field) throw noSuchColumn(options.object.name, name);
    if (!isPicklist(field)) throw notAPicklist(field.name);
    return answerUiApi(request, picklistValues(options, field));
  },
});
