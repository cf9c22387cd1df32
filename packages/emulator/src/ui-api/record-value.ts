import type { StoredRecord, StoredValue } from '../dml/stored-record.ts';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';

/** A field of a record as UI API prints it. */
export interface FieldValue {
  /** What a person would read, where that is another text than the value. */
  readonly displayValue: string | null;
  readonly value: unknown;
}

export const NO_VALUE: FieldValue = { displayValue: null, value: null };

/** Stored date-times as UI API prints them: `2020-07-07T10:22:11.000Z`. Source: create defaults recorded by lwc-recipes. */
export function fieldValue(field: FieldDefinition, record: StoredRecord): FieldValue {
  const value = record[field.name] ?? null;
  if (field.type === 'boolean') return { displayValue: null, value: value === 1 };
  if (value === null) return NO_VALUE;
  if (value instanceof Uint8Array) throw new NotEmulatedError(`the binary field ${field.name} in UI API`);
  return { displayValue: displayValue(field, value), value };
}

/** Picklists are read by their labels. How a locale writes dates, times and amounts is left out (null). */
function displayValue(field: FieldDefinition, value: StoredValue): string | null {
  if (field.type !== 'picklist') return null;
  return field.picklistValues?.find((candidate) => candidate.value === value)?.label ?? String(value);
}
