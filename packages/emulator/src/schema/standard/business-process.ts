import { defineObject } from '../define-object.ts';
import { checkbox, picklist, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField } from '../system-fields.ts';

/** Sales processes; which stages one has cannot be read by SOQL. Source: Object Reference, BusinessProcess. */
export const businessProcess = defineObject({
  name: 'BusinessProcess',
  label: 'Business Process',
  labelPlural: 'Business Processes',
  keyPrefix: '019',
  writesNotEmulated: true,
  fields: [
    idField('Business Process ID'),
    text('Name', 'Name', 80, { ...required, nameField: true }),
    text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    text('Description', 'Description', 255),
    picklist('TableEnumOrId', 'Entity Enumeration Or ID', 40, [], { ...required, updateable: false }),
    checkbox('IsActive', 'Active'),
    ...auditFields,
  ],
});
