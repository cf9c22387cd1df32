import { toShortId } from '../org/record-id.ts';
import type { RowWrite } from '../org/row-write.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';
import { planOf } from './object-plan.ts';
import type { StoredRecord, StoredValue } from './stored-record.ts';

/** Writes the row with its id and audit fields, without any check. */
export function insertRow(
  context: DmlContext,
  object: ObjectDefinition,
  values: StoredRecord,
  id = context.org.recordIds.allocate(object.keyPrefix ?? ''),
): StoredRecord {
  const plan = planOf(object);
  const record: StoredRecord = { Id: id };
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && plan.stored.has(name)) record[name] = value;
  }
  const now = timestamp(context);
  for (const field of plan.filledIn) record[field.name] ??= fillIn(context, field, now);
  // A custom object's text name that is left out is the record's id (not verified).
  if (object.custom && object.fields.has('Name')) record['Name'] ??= toShortId(id);
  context.org.beforeWrite(() => toRowWrite(context, object, record));
  context.org.records.insert(object.name, record);
  return record;
}

let lastTime = { second: Number.NaN, text: '' };

/** The time of the org as records store it: whole seconds. */
export function timestamp(context: DmlContext): string {
  const second = Math.floor(context.org.clock().getTime() / 1000);
  // Most writes are in the second of the one before.
  if (second !== lastTime.second) lastTime = { second, text: new Date(second * 1000).toISOString() };
  return lastTime.text;
}

function fillIn(context: DmlContext, field: FieldDefinition, now: string): StoredValue {
  if (field.type === 'boolean') return Number(field.defaultValue === true);
  return field.type === 'datetime' ? now : context.userId;
}

/** Writes the changes and who made them, without any check. */
export function updateRow(context: DmlContext, object: ObjectDefinition, id: string, changes: StoredRecord): void {
  context.org.beforeWrite(() => toRowWrite(context, object, { ...changes, Id: id }));
  const now = timestamp(context);
  const audit: StoredRecord = { LastModifiedDate: now, LastModifiedById: context.userId, SystemModstamp: now };
  const present = Object.entries(audit).filter(([name]) => object.fields.has(name));
  context.org.records.update(object.name, id, { ...changes, ...Object.fromEntries(present) });
}

/** Owners and record types are referred to, but not locked. */
function toRowWrite({ userId }: DmlContext, object: ObjectDefinition, values: StoredRecord): RowWrite {
  const references = [...object.fields.values()].filter(
    ({ type, referenceTo }) =>
      type === 'reference' && !referenceTo?.includes('User') && !referenceTo?.includes('RecordType'),
  );
  const touched = [values['Id'], ...references.map(({ name }) => values[name])];
  return { userId, object: object.name, touched: touched.filter((id) => typeof id === 'string') };
}
