import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { childrenOf, type ChildField } from './children.ts';
import { associatedWith } from './delete-errors.ts';
import { displayName } from './display-name.ts';
import type { DmlContext } from './dml-context.ts';
import { findForWrite } from './find-for-write.ts';
import { insufficientAccess } from './object-errors.ts';
import type { StoredRecord } from './stored-record.ts';
import { wholeObject } from './whole-object.ts';
import { updateRow } from './write-row.ts';

/**
 * Moves a record to the recycle bin, if its object has one, with the children that describe calls `cascadeDelete`; other
 * references to it become null, and those that describe calls `restrictedDelete` forbid it. Source: childRelationships of recorded
 * describes.
 */
export function deleteRecord(context: DmlContext, object: ObjectDefinition, idText: string): void {
  const whole = wholeObject(context, object);
  if (whole.writesNotEmulated || !whole.deletable) throw new NotEmulatedError(`deleting a ${object.name}`);
  if (!object.deletable) throw insufficientAccess();
  const record = findForWrite(context, object, idText);
  context.org.transaction(() => removeRecord(context, whole, record));
}

/** @throws SalesforceApiError DELETE_FAILED when children forbid it */
export function removeRecord(context: DmlContext, object: ObjectDefinition, record: StoredRecord): void {
  const id = String(record['Id']);
  const children = childrenOf(context, object);
  for (const relation of children) if (relation.field.restrictedDelete) refuseFor(context, record, object, relation);
  context.behaviorOf(object.name)?.beforeDelete?.(context, record, object);
  if (object.fields.has('IsDeleted')) updateRow(context, object, id, { IsDeleted: 1 });
  else context.org.records.remove(object.name, id);
  for (const { child, field } of children) {
    for (const row of context.org.records.findBy(child, field.name, id)) {
      if (field.cascadeDelete) removeRecord(context, child, row);
      else if (field.nillable) updateRow(context, child, String(row['Id']), { [field.name]: null });
    }
  }
  context.behaviorOf(object.name)?.afterDelete?.(context, record, object);
}

function refuseFor(
  context: DmlContext,
  record: StoredRecord,
  object: ObjectDefinition,
  { child, field }: ChildField,
): void {
  const rows = context.org.records.findBy(child, field.name, String(record['Id']));
  if (rows.length === 0) return;
  throw associatedWith(
    displayName(object, record),
    child.labelPlural.toLowerCase(),
    rows.map((row) => displayName(child, row)),
  );
}
