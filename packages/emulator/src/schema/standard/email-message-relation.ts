import { defineObject } from '../define-object.ts';
import { lookup, picklist, readOnly, required, text } from '../define-field.ts';
import { createdByField, createdDateField, idField, isDeletedField, systemModstampField } from '../system-fields.ts';

/** Who sent or got an email. Source: Object Reference, EmailMessageRelation; recorded children of Contact and Lead. */
export const emailMessageRelation = defineObject({
  name: 'EmailMessageRelation',
  label: 'Email Message Relation',
  labelPlural: 'Email Message Relations',
  keyPrefix: '0CZ',
  described: {
    compactLayoutable: false,
    layoutable: false,
    mruEnabled: false,
    searchLayoutable: false,
    searchable: false,
    undeletable: false,
  },
  fields: [
    idField('Email Message Relation ID'),
    lookup('EmailMessageId', 'Email Message ID', 'EmailMessage', {
      ...required,
      updateable: false,
      childRelationshipName: 'EmailMessageRelations',
      cascadeDelete: true,
      described: {},
    }),
    lookup('RelationId', 'Relation ID', ['Contact', 'Lead', 'User'], {
      childRelationshipName: 'EmailMessageRelations',
      cascadeDelete: true,
      described: { permissionable: false },
    }),
    picklist(
      'RelationType',
      'Relation Type',
      40,
      [
        'ToAddress=To Address',
        'CcAddress=CC Address',
        'BccAddress=BCC Address',
        'FromAddress=From Address',
        'OtherAddress=Other Address',
      ],
      { ...required, updateable: false, restrictedPicklist: true },
    ),
    text('RelationAddress', 'Relation Address', 1333, { updateable: false, described: { permissionable: false } }),
    createdDateField,
    createdByField,
    systemModstampField,
    isDeletedField,
    text('RelationObjectType', 'Relation Object Type', 80, readOnly),
  ],
});
