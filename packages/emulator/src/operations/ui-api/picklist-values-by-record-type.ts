import { answerUiApi, tagged } from '../../ui-api/answer-ui-api.ts';
import { isPicklist, picklistValues } from '../../ui-api/picklist-values.ts';
import { defineOperation } from '../operation.ts';
import { picklistRequest } from './ui-api-request.ts';

export const getPicklistValuesByRecordType = defineOperation({
  name: 'UI API: get values for all picklist fields of a record type',
  method: 'GET',
  path: '/services/data/:version/ui-api/object-info/:object/picklist-values/:recordTypeId',
  evidence: ['recorded', 'documented'],
  source: 'recorded by lwc-recipes (v45); UI API guide v67, Picklist Values Collection',
  handle(context) {
    const options = picklistRequest(context);
    const fields = [...options.object.fields.values()]
      .filter(isPicklist)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const picklistFieldValues = Object.fromEntries(fields.map((field) => [field.name, picklistValues(options, field)]));
    return answerUiApi(context.request, tagged({ picklistFieldValues }));
  },
});
