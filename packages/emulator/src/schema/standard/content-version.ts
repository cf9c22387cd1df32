import { defineObject } from '../define-object.ts';
import {
  blob,
  checkbox,
  dateTime,
  integer,
  lookup,
  picklist,
  readOnly,
  required,
  text,
  textArea,
} from '../define-field.ts';
import { auditFields, idField, isDeletedField, ownerField } from '../system-fields.ts';

/** A version of a file; with a `.snote` path, of an enhanced note. Source: Object Reference v65, ContentVersion. */
export const contentVersion = defineObject({
  name: 'ContentVersion',
  label: 'Content Version',
  labelPlural: 'Content Versions',
  keyPrefix: '068',
  deletable: false,
  described: { undeletable: false },
  fields: [
    idField('ContentVersion ID'),
    lookup('ContentDocumentId', 'ContentDocument ID', 'ContentDocument', {
      nillable: false,
      defaultedOnCreate: true,
      updateable: false,
      childRelationshipName: 'ContentVersions',
      described: {},
    }),
    checkbox('IsLatest', 'Is Latest', readOnly),
    text('VersionNumber', 'Version Number', 20, readOnly),
    text('Title', 'Title', 255, { ...required, defaultedOnCreate: true, idLookup: true, nameField: true }),
    textArea('Description', 'Description', 1000),
    textArea('ReasonForChange', 'Reason For Change', 1000),
    picklist(
      'SharingPrivacy',
      'File Privacy on Records',
      40,
      ['*N=Visible to Anyone With Record Access', 'P=Private on Records'],
      {
        nillable: false,
        defaultedOnCreate: true,
        defaultValue: 'N',
        restrictedPicklist: true,
      },
    ),
    text('PathOnClient', 'Path On Client', 500, { updateable: false }),
    { ...ownerField, createable: false, updateable: false },
    ...auditFields,
    dateTime('ContentModifiedDate', 'Content Modified Date', readOnly),
    lookup('ContentModifiedById', 'User ID', 'User', { ...readOnly, described: {} }),
    picklist('PublishStatus', 'Publish Status', 40, ['P=Public', 'R=Personal Library', 'U=Upload Interrupted'], {
      ...readOnly,
      restrictedPicklist: true,
    }),
    blob('VersionData', 'Version Data'),
    integer('ContentSize', 'Size', readOnly),
    text('FileExtension', 'File Extension', 40, readOnly),
    text('FileType', 'File Type', 20, readOnly),
    text('Checksum', 'Checksum', 50, readOnly),
    lookup('FirstPublishLocationId', 'First Publish Location ID', [], {
      updateable: false,
      references: 'linkable',
      described: {},
    }),
    picklist('Origin', 'Content Origin', 40, ['C=Content', '*H=Chatter'], {
      updateable: false,
      nillable: false,
      defaultedOnCreate: true,
      defaultValue: 'H',
      restrictedPicklist: true,
    }),
    text('TextPreview', 'Text Preview', 255, readOnly),
    isDeletedField,
  ],
});
