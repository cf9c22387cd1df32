import { defineObject } from '../define-object.ts';
import { checkbox, dateTime, integer, lookup, picklist, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField, isDeletedField, lastViewedFields, ownerField } from '../system-fields.ts';

/** Comes to be with its first version, never by a create of its own. Source: Object Reference v65, ContentDocument. */
export const contentDocument = defineObject({
  name: 'ContentDocument',
  label: 'Content Document',
  labelPlural: 'Content Documents',
  keyPrefix: '069',
  createable: false,
  fields: [
    idField('ContentDocument ID'),
    ...auditFields,
    checkbox('IsArchived', 'Is Archived', { createable: false }),
    { ...ownerField, createable: false },
    isDeletedField,
    text('Title', 'Title', 255, { ...required, createable: false, nameField: true }),
    picklist('PublishStatus', 'Publish Status', 40, ['P=Public', 'R=Personal Library', 'U=Upload Interrupted'], {
      ...readOnly,
      ...required,
      restrictedPicklist: true,
    }),
    lookup('LatestPublishedVersionId', 'Latest Published Version ID', 'ContentVersion', {
      ...readOnly,
      described: {},
    }),
    ...lastViewedFields,
    text('Description', 'Description', 1000, { createable: false }),
    integer('ContentSize', 'Size', readOnly),
    text('FileType', 'File Type', 20, readOnly),
    text('FileExtension', 'File Extension', 40, readOnly),
    picklist(
      'SharingPrivacy',
      'File Privacy on Records',
      40,
      ['*N=Visible to Anyone With Record Access', 'P=Private on Records'],
      {
        ...required,
        createable: false,
        restrictedPicklist: true,
      },
    ),
    dateTime('ContentModifiedDate', 'Content Modified Date', readOnly),
  ],
});
