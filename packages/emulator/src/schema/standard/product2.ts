import { defineObject } from '../define-object.ts';
import { checkbox, picklist, readOnly, required, text, textArea, url } from '../define-field.ts';
import { auditFields, idField, isDeletedField, lastViewedFields, recordTypeField } from '../system-fields.ts';

/** Source: Object Reference and Field Reference, Product2. */
export const product2 = defineObject({
  name: 'Product2',
  label: 'Product',
  labelPlural: 'Products',
  keyPrefix: '01t',
  linkable: true,
  activities: true,
  described: { feedEnabled: true },
  fields: [
    idField('Product ID'),
    text('Name', 'Product Name', 255, { ...required, nameField: true }),
    text('ProductCode', 'Product Code', 255),
    textArea('Description', 'Product Description', 4000),
    recordTypeField,
    checkbox('IsActive', 'Active'),
    ...auditFields,
    picklist('Family', 'Product Family', 40, ['None']),
    url('DisplayUrl', 'Display URL', { length: 1000, since: 38 }),
    text('ExternalId', 'External ID', 255, { since: 38 }),
    text('QuantityUnitOfMeasure', 'Quantity Unit Of Measure', 40, { since: 38 }),
    isDeletedField,
    checkbox('IsArchived', 'Archived', { ...readOnly, since: 45 }),
    ...lastViewedFields,
    text('StockKeepingUnit', 'Product SKU', 180, { since: 42 }),
  ],
});
