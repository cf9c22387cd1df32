import { defineObject } from '../define-object.ts';
import { currency, date, lookup, percent, picklist, readOnly, text } from '../define-field.ts';
import { createdByField, createdDateField, idField, isDeletedField, systemModstampField } from '../system-fields.ts';
import { forecastCategoryValues } from './picklist-values.ts';

/**
 * One row for each time that amount, probability, stage or close date changed; the org writes it. Source: Object Reference
 * and Field Reference, OpportunityHistory.
 */
export const opportunityHistory = defineObject({
  name: 'OpportunityHistory',
  label: 'Opportunity History',
  labelPlural: 'Opportunity History',
  keyPrefix: '008',
  createable: false,
  updateable: false,
  deletable: false,
  described: {
    compactLayoutable: false,
    layoutable: false,
    mruEnabled: false,
    searchLayoutable: false,
    searchable: false,
    triggerable: false,
    undeletable: false,
  },
  fields: [
    idField('Opportunity History ID'),
    lookup('OpportunityId', 'Opportunity ID', 'Opportunity', {
      ...readOnly,
      nillable: false,
      childRelationshipName: 'OpportunityHistories',
      cascadeDelete: true,
      described: {},
    }),
    createdByField,
    createdDateField,
    { ...text('StageName', 'Stage Name', 255, { ...readOnly, nillable: false }), type: 'picklist', picklistValues: [] },
    currency('Amount', 'Amount', [18, 2], readOnly),
    currency('ExpectedRevenue', 'Expected Revenue', [18, 2], readOnly),
    date('CloseDate', 'Close Date', readOnly),
    percent('Probability', 'Probability', [3, 0], readOnly),
    picklist('ForecastCategory', 'To ForecastCategory', 40, forecastCategoryValues, {
      ...readOnly,
      restrictedPicklist: true,
    }),
    systemModstampField,
    isDeletedField,
    currency('PrevAmount', 'Previous Amount', [18, 2], { ...readOnly, since: 50 }),
    date('PrevCloseDate', 'Previous Close Date', { ...readOnly, since: 50 }),
  ],
});
