import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { checkRequired, checkUnique, checkValues } from './check-values.ts';
import type { DmlContext } from './dml-context.ts';
import { findForWrite } from './find-for-write.ts';
import { cannotBeUpdated } from './object-errors.ts';
import { readRecord } from './read-record.ts';
import { checkDuplicates } from '../rules/duplicates/check-duplicates.ts';
import { checkValidationRules } from '../rules/check-validation-rules.ts';
import type { StoredRecord } from './stored-record.ts';
import { wholeObject } from './whole-object.ts';
import { updateRow } from './write-row.ts';

/**
 * Updates the record with this id, in its 15- or 18-character form, from a request's body.
 *
 * @param object as the caller sees it
 */
export function updateRecord(context: DmlContext, object: ObjectDefinition, idText: string, body: unknown): void {
  const whole = wholeObject(context, object);
  if (whole.writesNotEmulated || !whole.updateable) throw new NotEmulatedError(`updating a ${object.name}`);
  if (!object.updateable) throw cannotBeUpdated(object);
  const given = readRecord(context, { object, body, action: 'update' });
  const record = findForWrite(context, object, idText);
  context.org.transaction(() => changeRecord(context, whole, record, given));
}

/** Behaviour and checks as for a client's update, on values that are already read. */
export function changeRecord(
  context: DmlContext,
  object: ObjectDefinition,
  record: StoredRecord,
  given: StoredRecord,
): void {
  const id = String(record['Id']);
  const behavior = context.behaviorOf(object.name);
  const changes = { ...given };
  behavior?.beforeUpdate?.(context, changes, record);
  checkRequired(object, changes, 'update');
  checkValues(context, object, changes);
  checkValidationRules(context, object, { record: { ...record, ...changes }, prior: record });
  checkDuplicates(context, object, { record: { ...record, ...changes }, prior: record });
  checkUnique(context, object, changes, id);
  updateRow(context, object, id, changes);
  behavior?.afterUpdate?.(context, changes, record);
}
