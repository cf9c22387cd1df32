import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import { checkRequired, checkUnique, checkValues } from './check-values.ts';
import type { DmlContext } from './dml-context.ts';
import { planOf } from './object-plan.ts';
import { nextAutoNumber } from './next-auto-number.ts';
import { checkDuplicates } from '../rules/duplicates/check-duplicates.ts';
import { checkValidationRules } from '../rules/check-validation-rules.ts';
import type { StoredRecord, StoredValue } from './stored-record.ts';
import { insertRow, timestamp } from './write-row.ts';

/**
 * Creates a record from stored values: defaults, the object's behaviour, then the checks, in the order required fields,
 * single values and references, validation rules, duplicate rules, unique fields. Source: Apex Developer Guide, Triggers and Order of
 * Execution.
 *
 * @returns the new 18-character id
 */
export function insertRecord(context: DmlContext, object: ObjectDefinition, given: StoredRecord): string {
  if ('CreatedDate' in given) refuseFuture(context, given['CreatedDate'] ?? null);
  const behavior = context.behaviorOf(object.name);
  const values = withDefaults(context, object, given);
  behavior?.beforeCreate?.(context, values);
  checkRequired(object, values, 'create');
  checkValues(context, object, values);
  checkValidationRules(context, object, { record: values });
  checkDuplicates(context, object, { record: values });
  checkUnique(context, object, values);
  if (behavior?.create) return behavior.create(context, values);

  const record = insertRow(context, object, values);
  behavior?.afterCreate?.(context, record);
  return String(record['Id']);
}

/** Only who may set audit fields says when a record was made. */
function refuseFuture(context: DmlContext, createdDate: StoredValue): void {
  if (typeof createdDate === 'string' && createdDate > timestamp(context)) {
    throw new NotEmulatedError('a record that is created in the future');
  }
}

function withDefaults(context: DmlContext, object: ObjectDefinition, given: StoredRecord): StoredRecord {
  const values = { ...given };
  for (const field of planOf(object).defaulted) {
    if (field.name in values && !(values[field.name] === null && field.defaultedOnCreate)) continue;
    const value = defaultOf(context, object, field);
    if (value !== null) values[field.name] = value;
  }
  return values;
}

function defaultOf(context: DmlContext, object: ObjectDefinition, field: FieldDefinition): StoredValue {
  if (field.name === 'OwnerId') return context.userId;
  if (field.name === 'RecordTypeId') return context.org.access.of(context.userId).recordTypes.defaultOf(object.name);
  if (field.autoNumber !== undefined) return nextAutoNumber(context.org, object.name, field);
  if (typeof field.defaultValue === 'boolean') return Number(field.defaultValue);
  if (field.defaultValue !== undefined) return field.defaultValue;
  return field.picklistValues?.find((candidate) => candidate.isDefault)?.value ?? null;
}
