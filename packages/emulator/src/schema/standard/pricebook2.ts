import { defineObject } from '../define-object.ts';
import { checkbox, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField, isDeletedField, lastViewedFields } from '../system-fields.ts';

/** The org's standard price book is there from the beginning. Source: Object Reference and Field Reference, Pricebook2. */
export const pricebook2 = defineObject({
  name: 'Pricebook2',
  label: 'Price Book',
  labelPlural: 'Price Books',
  keyPrefix: '01s',
  fields: [
    idField('Price Book ID'),
    isDeletedField,
    text('Name', 'Price Book Name', 255, { ...required, nameField: true }),
    ...auditFields,
    ...lastViewedFields,
    checkbox('IsActive', 'Active'),
    checkbox('IsArchived', 'Archived', { ...readOnly, since: 45 }),
    text('Description', 'Description', 255),
    checkbox('IsStandard', 'Is Standard Price Book', readOnly),
  ],
});
