import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import { foldCase } from './fold-case.ts';
import type { Name } from './grammar/syntax-tree.ts';

/**
 * What `toLabel()` prints: the labels of a picklist's values. Texts such as a record type's name are their own label,
 * since this org has one language. Source: SOQL and SOSL Reference, toLabel().
 */
export function labelOf(field: FieldDefinition, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const labelled = (single: string): string =>
    field.picklistValues?.find((option) => option.value === single)?.label ?? single;
  return field.type === 'multipicklist' ? value.split(';').map(labelled).join(';') : labelled(value);
}

export function requireLabelled(field: FieldDefinition, written: Name): void {
  const labelled = ['picklist', 'multipicklist', 'combobox'].includes(field.type) || field.nameField === true;
  if (!labelled) throw new NotEmulatedError(`SOQL ${written.text} of a field of type ${field.type}`);
}

/** The values whose labels pass; what is no known value is its own label. */
export function valuesWithLabel(field: FieldDefinition, label: string): string[] {
  const wanted = foldCase(label);
  const found = (field.picklistValues ?? []).filter((option) => foldCase(option.label) === wanted);
  const isValue = (field.picklistValues ?? []).some((option) => foldCase(option.value) === wanted);
  return found.length === 0 && !isValue ? [label] : found.map((option) => option.value);
}
