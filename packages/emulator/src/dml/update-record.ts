import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { behaviorOf } from './behaviors.ts';
import { checkRequired, checkUnique, checkValues } from './check-values.ts';
import type { DmlContext } from './dml-context.ts';
import { findForWrite } from './find-for-write.ts';
import { timestamp } from './insert-record.ts';
import { readRecord } from './read-record.ts';
import type { StoredRecord } from './stored-record.ts';

/** Updates the record with this id, in its 15- or 18-character form, from a request's body. */
export function updateRecord(context: DmlContext, object: ObjectDefinition, idText: string, body: unknown): void {
  if (object.writesNotEmulated || !object.updateable) throw new NotEmulatedError(`updating a ${object.name}`);
  const given = readRecord(context, { object, body, action: 'update' });
  const record = findForWrite(context, object, idText);
  context.org.transaction(() => changeRecord(context, object, record, given));
}

/** Behaviour and checks as for a client's update, on values that are already read. */
export function changeRecord(
  context: DmlContext,
  object: ObjectDefinition,
  record: StoredRecord,
  given: StoredRecord,
): void {
  const id = String(record['Id']);
  const behavior = behaviorOf(object.name);
  const changes = { ...given };
  behavior?.beforeUpdate?.(context, changes, record);
  checkRequired(object, changes, 'update');
  checkValues(context, object, changes);
  checkUnique(context, object, changes, id);
  updateRow(context, object, id, changes);
  behavior?.afterUpdate?.(context, changes, record);
}

/** Writes the changes and who made them, without any check. */
export function updateRow(context: DmlContext, object: ObjectDefinition, id: string, changes: StoredRecord): void {
  const now = timestamp(context);
  const audit: StoredRecord = { LastModifiedDate: now, LastModifiedById: context.userId, SystemModstamp: now };
  const present = Object.entries(audit).filter(([name]) => object.fields.has(name));
  context.org.records.update(object.name, id, { ...changes, ...Object.fromEntries(present) });
}
