import { defineObject } from '../define-object.ts';
import { checkbox, integer, percent, picklist, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField } from '../system-fields.ts';
import { forecastCategoryValues } from './picklist-values.ts';

const fixed = { ...required, ...readOnly } as const;

/** The stages of the org, over all pipelines; read-only. Source: Object Reference, OpportunityStage. */
export const opportunityStage = defineObject({
  name: 'OpportunityStage',
  label: 'Opportunity Stage',
  labelPlural: 'Opportunity Stage',
  keyPrefix: '01J',
  createable: false,
  updateable: false,
  deletable: false,
  fields: [
    idField('Opportunity Stage ID'),
    text('MasterLabel', 'Master Label', 255, { ...readOnly, nameField: true }),
    text('ApiName', 'API Name', 255, readOnly),
    checkbox('IsActive', 'Is Active', readOnly),
    integer('SortOrder', 'Sort Order', readOnly),
    checkbox('IsClosed', 'Closed', readOnly),
    checkbox('IsWon', 'Won', readOnly),
    picklist('ForecastCategory', 'Forecast Category', 40, forecastCategoryValues, {
      ...fixed,
      restrictedPicklist: true,
    }),
    picklist(
      'ForecastCategoryName',
      'Forecast Category Name',
      255,
      ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'],
      { ...fixed, restrictedPicklist: true },
    ),
    percent('DefaultProbability', 'Probability (%)', [3, 0], readOnly),
    text('Description', 'Description', 255, readOnly),
    ...auditFields,
  ],
});
