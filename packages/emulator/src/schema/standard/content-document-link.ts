import { defineObject } from '../define-object.ts';
import { lookup, picklist, required } from '../define-field.ts';
import { idField, isDeletedField, systemModstampField } from '../system-fields.ts';

/** Where a file or note is shown. Source: Object Reference v65, ContentDocumentLink. */
export const contentDocumentLink = defineObject({
  name: 'ContentDocumentLink',
  label: 'Content Document Link',
  labelPlural: 'Content Document Link',
  keyPrefix: '06A',
  described: { undeletable: false },
  fields: [
    idField('ContentDocumentLink ID'),
    lookup('LinkedEntityId', 'Linked Entity ID', [], {
      ...required,
      updateable: false,
      references: 'linkable',
      childRelationshipName: 'ContentDocumentLinks',
      cascadeDelete: true,
      described: {},
    }),
    lookup('ContentDocumentId', 'ContentDocument ID', 'ContentDocument', {
      ...required,
      updateable: false,
      childRelationshipName: 'ContentDocumentLinks',
      cascadeDelete: true,
      described: {},
    }),
    isDeletedField,
    systemModstampField,
    picklist('ShareType', 'Share Type', 40, ['V=Viewer', 'C=Collaborator', 'I=Inferred'], { restrictedPicklist: true }),
    picklist(
      'Visibility',
      'Visibility',
      40,
      ['AllUsers=All Users', 'InternalUsers=Standard Users', 'SharedUsers=Shared Users'],
      { restrictedPicklist: true, updateableSince: 43 },
    ),
  ],
});
