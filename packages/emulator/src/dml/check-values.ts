import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';
import {
  badPicklistValue,
  duplicateValue,
  entityIsDeleted,
  inactiveOwner,
  insufficientAccessOnReference,
  invalidCrossReference,
  invalidEmail,
  invalidRecordType,
  requiredFieldsMissing,
  stringTooLong,
  wrongReference,
} from './field-errors.ts';
import { planOf } from './object-plan.ts';
import type { StoredRecord, StoredValue } from './stored-record.ts';

const EMAIL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$/;

/** Fields that must have a value: `createable && !nillable && !defaultedOnCreate`, as describe says it. */
export function checkRequired(object: ObjectDefinition, values: StoredRecord, action: 'create' | 'update'): void {
  const missing = planOf(object)
    .required.filter(({ name }) => (action === 'create' ? (values[name] ?? null) === null : values[name] === null))
    .map(({ name }) => name);
  if (missing.length > 0) throw requiredFieldsMissing(missing);
}

/** Each value by itself: length, picklist, email, and the record that a reference points to. */
export function checkValues(context: DmlContext, object: ObjectDefinition, values: StoredRecord): void {
  for (const [name, value] of Object.entries(values)) {
    const field = object.fields.get(name);
    if (field && value !== null) checkValue(context, object, field, value);
  }
}

function checkValue(context: DmlContext, object: ObjectDefinition, field: FieldDefinition, value: StoredValue): void {
  if (field.type === 'reference') {
    checkReference(context, object, field, String(value));
    return;
  }
  if (typeof value !== 'string') return;
  if (field.length !== undefined && field.type !== 'multipicklist' && value.length > field.length) {
    throw stringTooLong(field, value);
  }
  if (field.type === 'email' && !EMAIL.test(value)) throw invalidEmail(field, value);
  if (field.restrictedPicklist && field.picklistValues && field.picklistValues.length > 0) {
    checkPicklist(field, field.type === 'multipicklist' ? value.split(';') : [value]);
  }
}

function checkPicklist(field: FieldDefinition, values: readonly string[]): void {
  for (const value of values) {
    const known = field.picklistValues?.some((candidate) => candidate.active && candidate.value === value);
    if (!known) throw badPicklistValue(field, value);
  }
}

function checkReference(context: DmlContext, object: ObjectDefinition, field: FieldDefinition, id: string): void {
  const targets = field.referenceTo ?? [];
  const prefix = id.slice(0, 3);
  const target = context.org.schema.objectOfPrefix(prefix);
  if (!target || !targets.includes(target.name)) {
    const unknown = targets.filter((name) => !context.org.schema.object(name));
    if (unknown.length > 0)
      throw new NotEmulatedError(`${object.name}.${field.name} pointing to ${unknown.join(', ')}`);
    throw wrongReference(field, id);
  }
  if (!context.schema.object(target.name)) throw insufficientAccessOnReference(id);
  if (target.name === 'RecordType') {
    const record = context.org.records.find(target.name, id);
    if (record?.['SobjectType'] !== object.name || record['IsActive'] !== 1 || !isAvailable(context, id)) {
      throw invalidRecordType(id);
    }
    return;
  }
  // Whoever writes is there: users are never deleted.
  const state = id === context.userId ? 'there' : context.org.records.stateOf(target, id);
  if (state === 'missing') throw invalidCrossReference();
  if (state === 'deleted') throw entityIsDeleted();
  if (field.name === 'OwnerId' && target.name === 'User' && !context.org.access.of(id).login.isActive) {
    throw inactiveOwner();
  }
}

function isAvailable({ org, userId }: DmlContext, recordTypeId: string): boolean {
  return org.access.of(userId).recordTypes.isAvailable(recordTypeId);
}

/**
 * Unique fields: compared exactly when case-sensitive, otherwise without regard to case; deleted records do not count.
 *
 * @param id of the record being updated, which may keep its own value
 */
export function checkUnique(context: DmlContext, object: ObjectDefinition, values: StoredRecord, id?: string): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null || !planOf(object).unique.has(name)) continue;
    const other = context.org.records.findBy(object, name, value).find((record) => record['Id'] !== id);
    if (other) throw duplicateValue(name, String(other['Id']));
  }
}
