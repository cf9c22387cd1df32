import { defineObject } from '../define-object.ts';
import { checkbox, lookup, picklist, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField } from '../system-fields.ts';

/** Rows come from installed metadata; the master record type is not a row. Source: Object Reference, RecordType. */
export const recordType = defineObject({
  name: 'RecordType',
  label: 'Record Type',
  labelPlural: 'Record Types',
  keyPrefix: '012',
  writesNotEmulated: true,
  fields: [
    idField('Record Type ID'),
    text('Name', 'Name', 80, { ...required, nameField: true }),
    text('DeveloperName', 'Record Type Name', 80, required),
    text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    text('Description', 'Description', 255),
    lookup('BusinessProcessId', 'Business Process ID', 'BusinessProcess', { described: {} }),
    picklist('SobjectType', 'SObject Type Name', 40, [], { ...required, updateable: false }),
    checkbox('IsActive', 'Active'),
    ...auditFields,
  ],
});
