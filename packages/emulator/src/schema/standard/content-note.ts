import { defineObject } from '../define-object.ts';
import { blob, checkbox, dateTime, integer, lookup, picklist, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField, isDeletedField, ownerField } from '../system-fields.ts';

/**
 * An enhanced note. Its id is the id of its ContentDocument; it exists only while Notes are enabled in Setup.
 * Source: Object Reference v65, ContentNote; `ContentSizeLong` since v66.
 */
export const contentNote = defineObject({
  name: 'ContentNote',
  label: 'Note',
  labelPlural: 'Notes',
  keyPrefix: '069',
  described: { undeletable: false },
  fields: [
    idField('Note ID'),
    text('Title', 'Title', 255, { ...required, idLookup: true, nameField: true }),
    blob('Content', 'Content'),
    text('TextPreview', 'Text Preview', 255, readOnly),
    integer('ContentSize', 'Content Size', readOnly),
    integer('ContentSizeLong', 'Content Size Long', { ...readOnly, since: 66 }),
    text('FileExtension', 'File Extension', 40, readOnly),
    text('FileType', 'File Type', 20, readOnly),
    checkbox('IsReadOnly', 'Is Read Only', readOnly),
    dateTime('LastViewedDate', 'Last Viewed Date', readOnly),
    dateTime('ContentModifiedDate', 'Content Modified Date', { ...readOnly, since: 48 }),
    lookup('LatestContentId', 'Latest Content ID', 'ContentBody', { ...readOnly, since: 52, described: {} }),
    lookup('LatestPublishedVersionId', 'Latest Published Version ID', 'ContentVersion', {
      ...readOnly,
      described: {},
    }),
    { ...ownerField, createable: false, updateable: false },
    picklist(
      'SharingPrivacy',
      'File Privacy on Records',
      40,
      ['*N=Visible to Anyone With Record Access', 'P=Private on Records'],
      {
        ...readOnly,
        nillable: false,
        defaultedOnCreate: true,
        defaultValue: 'N',
        restrictedPicklist: true,
      },
    ),
    ...auditFields,
    isDeletedField,
  ],
});
