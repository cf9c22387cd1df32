import { defineObject } from '../define-object.ts';
import { currency, date, decimal, integer, lookup, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField, isDeletedField, lastViewedFields } from '../system-fields.ts';

/** Source: Object Reference and Field Reference, OpportunityLineItem; without discount and schedules. */
export const opportunityLineItem = defineObject({
  name: 'OpportunityLineItem',
  label: 'Opportunity Product',
  labelPlural: 'Opportunity Product',
  keyPrefix: '00k',
  resources: { approvalLayouts: null, listviews: null },
  described: { mruEnabled: true, undeletable: false },
  fields: [
    idField('Line Item ID'),
    lookup('OpportunityId', 'Opportunity ID', 'Opportunity', {
      ...required,
      updateable: false,
      childRelationshipName: 'OpportunityLineItems',
      cascadeDelete: true,
      described: {},
    }),
    integer('SortOrder', 'Sort Order', { ...readOnly, described: { digits: 9 } }),
    lookup('PricebookEntryId', 'Price Book Entry ID', 'PricebookEntry', {
      updateable: false,
      childRelationshipName: 'OpportunityLineItems',
      described: { permissionable: false },
    }),
    lookup('Product2Id', 'Product ID', 'Product2', {
      updateable: false,
      childRelationshipName: 'OpportunityLineItems',
      described: { permissionable: false },
    }),
    text('ProductCode', 'Product Code', 255, readOnly),
    text('Name', 'Opportunity Product Name', 376, { ...readOnly, nameField: true }),
    decimal('Quantity', 'Quantity', [12, 2], required),
    currency('TotalPrice', 'Total Price', [18, 2]),
    currency('UnitPrice', 'Sales Price', [18, 2]),
    currency('ListPrice', 'List Price', [18, 2], readOnly),
    date('ServiceDate', 'Date'),
    text('Description', 'Line Description', 255),
    ...auditFields,
    isDeletedField,
    ...lastViewedFields.map((field) => ({ ...field, since: 50 })),
  ],
});
