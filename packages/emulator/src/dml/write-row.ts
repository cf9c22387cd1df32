import { toShortId } from '../org/record-id.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';
import type { StoredRecord, StoredValue } from './stored-record.ts';

/** Writes the row with its id and audit fields, without any check. */
export function insertRow(
  context: DmlContext,
  object: ObjectDefinition,
  values: StoredRecord,
  id = context.org.recordIds.allocate(object.keyPrefix ?? ''),
): StoredRecord {
  const record: StoredRecord = { Id: id };
  for (const field of object.fields.values()) {
    if (field.virtual || field.type === 'id') continue;
    const value = values[field.name] ?? fillIn(context, field);
    if (value !== null) record[field.name] = value;
  }
  // A custom object's text name that is left out is the record's id (not verified).
  if (object.custom && object.fields.has('Name')) record['Name'] ??= toShortId(id);
  context.org.records.insert(object.name, record);
  return record;
}

/** The time of the org as records store it: whole seconds. */
export function timestamp(context: DmlContext): string {
  const now = context.org.clock();
  now.setUTCMilliseconds(0);
  return now.toISOString();
}

function fillIn(context: DmlContext, field: FieldDefinition): StoredValue {
  switch (field.name) {
    case 'CreatedDate':
    case 'LastModifiedDate':
    case 'SystemModstamp':
      return timestamp(context);
    case 'CreatedById':
    case 'LastModifiedById':
      return context.userId;
    default:
      return field.type === 'boolean' ? Number(field.defaultValue === true) : null;
  }
}

/** Writes the changes and who made them, without any check. */
export function updateRow(context: DmlContext, object: ObjectDefinition, id: string, changes: StoredRecord): void {
  const now = timestamp(context);
  const audit: StoredRecord = { LastModifiedDate: now, LastModifiedById: context.userId, SystemModstamp: now };
  const present = Object.entries(audit).filter(([name]) => object.fields.has(name));
  context.org.records.update(object.name, id, { ...changes, ...Object.fromEntries(present) });
}
