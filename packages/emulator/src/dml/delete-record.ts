import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';
import { findForWrite } from './find-for-write.ts';
import { insufficientAccess } from './object-errors.ts';
import type { StoredRecord } from './stored-record.ts';
import { wholeObject } from './whole-object.ts';
import { updateRow } from './write-row.ts';

/**
 * Moves a record to the recycle bin, with the children that describe calls `cascadeDelete`; other references to it
 * become null. Source: childRelationships of recorded describes.
 */
export function deleteRecord(context: DmlContext, object: ObjectDefinition, idText: string): void {
  const whole = wholeObject(context, object);
  if (whole.writesNotEmulated || !whole.deletable) throw new NotEmulatedError(`deleting a ${object.name}`);
  if (!object.deletable) throw insufficientAccess();
  const record = findForWrite(context, object, idText);
  context.org.transaction(() => removeRecord(context, whole, record));
}

/** @throws NotEmulatedError when a child forbids it: the text of that error is not known */
export function removeRecord(context: DmlContext, object: ObjectDefinition, record: StoredRecord): void {
  const id = String(record['Id']);
  updateRow(context, object, id, { IsDeleted: 1 });
  for (const { child, field } of childrenOf(context, object)) {
    for (const row of context.org.records.findBy(child, field.name, id)) {
      if (field.restrictedDelete)
        throw new NotEmulatedError(`deleting a ${object.name} that a ${child.name} points to`);
      if (field.cascadeDelete) removeRecord(context, child, row);
      else if (field.nillable) updateRow(context, child, String(row['Id']), { [field.name]: null });
    }
  }
  context.behaviorOf(object.name)?.afterDelete?.(context, record, object);
}

function childrenOf(
  context: DmlContext,
  object: ObjectDefinition,
): { readonly child: ObjectDefinition; readonly field: FieldDefinition }[] {
  return context.org.schema
    .objects()
    .flatMap((child) =>
      [...child.fields.values()]
        .filter((field) => field.type === 'reference' && field.createable && field.referenceTo?.includes(object.name))
        .map((field) => ({ child, field })),
    );
}
