import { defineObject } from '../define-object.ts';
import { checkbox, lookup, readOnly, required } from '../define-field.ts';
import { auditFields, idField, isDeletedField } from '../system-fields.ts';

/** Whom and what a task is about, one row each. Source: Object Reference, TaskRelation (with Shared Activities). */
export const taskRelation = defineObject({
  name: 'TaskRelation',
  label: 'Task Relation',
  labelPlural: 'Task Relations',
  keyPrefix: '0RT',
  updateable: false,
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
    idField('Task Relation ID'),
    lookup('RelationId', 'Relation ID', ['Contact', 'Lead', 'Account', 'Campaign', 'Case', 'Opportunity', 'Product2'], {
      ...required,
      updateable: false,
      childRelationshipName: 'TaskRelations',
      hiddenFromParent: true,
      cascadeDelete: true,
      described: {},
    }),
    lookup('TaskId', 'Activity ID', 'Task', {
      ...required,
      updateable: false,
      childRelationshipName: 'TaskRelations',
      cascadeDelete: true,
      described: {},
    }),
    checkbox('IsWhat', 'Is What', { updateable: false }),
    lookup('AccountId', 'Account ID', 'Account', { ...readOnly, hiddenFromParent: true, described: {} }),
    ...auditFields,
    isDeletedField,
  ],
});
