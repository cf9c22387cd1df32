import type { ObjectBehavior } from '../object-behavior.ts';
import type { StoredRecord } from '../stored-record.ts';
import type { DmlContext } from '../dml-context.ts';

/** Knows the object of the related record, and its address unless one is given. Source: Object Reference, EmailMessageRelation. */
export const emailMessageRelation: ObjectBehavior = {
  object: 'EmailMessageRelation',
  beforeCreate(context, values) {
    Object.assign(values, relationOf(context, values));
  },
  beforeUpdate(context, changes, record) {
    if ('RelationId' in changes) Object.assign(changes, relationOf(context, { ...record, ...changes }));
  },
};

function relationOf({ org }: DmlContext, { RelationId, RelationAddress }: StoredRecord): StoredRecord {
  const object = typeof RelationId === 'string' ? org.schema.objectOfPrefix(RelationId.slice(0, 3)) : undefined;
  if (!object) return { RelationObjectType: null };
  const email = org.records.find(object.name, String(RelationId))?.['Email'];
  return { RelationObjectType: object.name, RelationAddress: RelationAddress ?? email ?? null };
}
