import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { notWriteable } from './field-errors.ts';
import { cannotBeInserted } from './object-errors.ts';
import type { DmlContext } from './dml-context.ts';
import { insertRecord } from './insert-record.ts';
import { readRecord } from './read-record.ts';
import { wholeObject } from './whole-object.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * Creates a record from a request's body.
 *
 * @param object as the caller sees it
 * @param preset values that the path gives, e.g. the external id of an upsert; that one which the caller may only read is
 *   refused as in a body is not verified
 * @returns the new 18-character id
 */
export function createRecord(
  context: DmlContext,
  object: ObjectDefinition,
  body: unknown,
  preset: StoredRecord = {},
): string {
  if (object.writesNotEmulated) throw new NotEmulatedError(`creating a ${object.name}`);
  if (!object.createable) throw cannotBeInserted(object);
  const readOnly = Object.keys(preset).filter((name) => !object.fields.get(name)?.createable);
  if (readOnly.length > 0) throw notWriteable(readOnly);
  const values = readRecord(context, { object, body, action: 'create' });
  const whole = wholeObject(context, object);
  return context.org.transaction(() => insertRecord(context, whole, { ...values, ...preset }));
}
