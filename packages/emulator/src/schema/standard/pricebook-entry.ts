import { defineObject } from '../define-object.ts';
import { checkbox, currency, lookup, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField, isDeletedField } from '../system-fields.ts';

const parent = { ...required, updateable: false, childRelationshipName: 'PricebookEntries', described: {} } as const;

/** A product's price in a price book. Source: Object Reference and Field Reference, PricebookEntry. */
export const pricebookEntry = defineObject({
  name: 'PricebookEntry',
  label: 'Price Book Entry',
  labelPlural: 'Price Book Entries',
  keyPrefix: '01u',
  described: { undeletable: false },
  fields: [
    idField('Price Book Entry ID'),
    text('Name', 'Product Name', 255, { ...readOnly, nameField: true }),
    lookup('Pricebook2Id', 'Price Book ID', 'Pricebook2', { ...parent, cascadeDelete: true }),
    lookup('Product2Id', 'Product ID', 'Product2', { ...parent, cascadeDelete: true }),
    currency('UnitPrice', 'List Price', [18, 2], required),
    checkbox('IsActive', 'Active'),
    checkbox('UseStandardPrice', 'Use Standard Price'),
    ...auditFields,
    text('ProductCode', 'Product Code', 255, readOnly),
    isDeletedField,
    checkbox('IsArchived', 'Archived', { ...readOnly, since: 45 }),
  ],
});
