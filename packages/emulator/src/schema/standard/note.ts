import { defineObject } from '../define-object.ts';
import { checkbox, lookup, required, text, textArea } from '../define-field.ts';
import { auditFields, idField, isDeletedField, ownerField } from '../system-fields.ts';

/** A classic note of Notes & Attachments. Source: Object Reference, Note; recorded children of Account, Contact, Lead and Opportunity. */
export const note = defineObject({
  name: 'Note',
  label: 'Note',
  labelPlural: 'Notes',
  keyPrefix: '002',
  resources: { approvalLayouts: null, listviews: null },
  described: { mruEnabled: false },
  fields: [
    idField('Note Id'),
    isDeletedField,
    lookup('ParentId', 'Parent ID', ['Account', 'Contact', 'Lead', 'Opportunity'], {
      ...required,
      updateable: false,
      childRelationshipName: 'Notes',
      cascadeDelete: true,
      described: {},
    }),
    text('Title', 'Title', 80, { ...required, nameField: true }),
    checkbox('IsPrivate', 'Private'),
    textArea('Body', 'Body', 32_000, { described: { extraTypeInfo: 'plaintextarea', permissionable: false } }),
    ownerField,
    ...auditFields,
  ],
});
