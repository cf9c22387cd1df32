import { defineObject } from '../define-object.ts';
import { dateTime, lookup, picklist, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField, isDeletedField } from '../system-fields.ts';

/** Who is invited to an event. Source: Object Reference, EventRelation (without Shared Activities); recorded children of Event. */
export const eventRelation = defineObject({
  name: 'EventRelation',
  label: 'Event Relation',
  labelPlural: 'Event Relations',
  keyPrefix: '0RE',
  described: {
    compactLayoutable: false,
    layoutable: false,
    mruEnabled: false,
    searchLayoutable: false,
    searchable: false,
    triggerable: false,
    undeletable: false,
  },
  fields: [
    idField('Event Relation ID'),
    lookup('RelationId', 'Relation ID', ['Calendar', 'Contact', 'Lead', 'User'], {
      ...required,
      updateable: false,
      childRelationshipName: 'EventRelations',
      cascadeDelete: true,
      described: {},
    }),
    lookup('EventId', 'Event ID', 'Event', {
      ...required,
      updateable: false,
      childRelationshipName: 'EventRelations',
      cascadeDelete: true,
      described: {},
    }),
    picklist('Status', 'Status', 40, ['*New', 'Declined', 'Accepted', 'Uninvited', 'Maybe'], {
      defaultedOnCreate: true,
      restrictedPicklist: true,
      described: { permissionable: false },
    }),
    dateTime('RespondedDate', 'Response Date', readOnly),
    text('Response', 'Response', 255, { described: { permissionable: false } }),
    ...auditFields,
    isDeletedField,
  ],
});
