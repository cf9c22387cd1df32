import type { FieldDefinition } from '../schema/object-definition.ts';

/** Characters up to which a text area still behaves as text. */
const SHORT_TEXT = 255;

const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);
const UNGROUPABLE = new Set([
  'double',
  'currency',
  'percent',
  'datetime',
  'multipicklist',
  'combobox',
  'address',
  'base64',
]);

function isLongText(field: FieldDefinition): boolean {
  return field.type === 'textarea' && (field.length ?? 0) > SHORT_TEXT;
}

/** May stand in WHERE. Long text, blobs and compound fields may not. */
export function isFilterable(field: FieldDefinition): boolean {
  return field.type !== 'address' && (field.filterable ?? !(isLongText(field) || field.type === 'base64'));
}

/** May stand in ORDER BY. */
export function isSortable(field: FieldDefinition): boolean {
  if (field.type === 'address') return false;
  return field.sortable ?? !(isLongText(field) || field.type === 'base64' || field.type === 'multipicklist');
}

/** May stand in GROUP BY. Source: `groupable` in describes recorded by CumulusCI: no numbers with decimals, no dateTimes, no long text. */
export function isGroupable(field: FieldDefinition): boolean {
  return !(isLongText(field) || UNGROUPABLE.has(field.type) || field.calculated === true);
}

export function isNumeric(field: FieldDefinition): boolean {
  return NUMBERS.has(field.type);
}

/** May be counted or compared by an aggregate function. Source: `aggregatable` in describes recorded by CumulusCI. */
export function isAggregatable(field: FieldDefinition): boolean {
  return !(isLongText(field) || ['boolean', 'address', 'base64', 'multipicklist'].includes(field.type));
}

/** Text that is compared without regard to case. */
export function ignoresCase(field: FieldDefinition): boolean {
  return !(
    field.caseSensitive ||
    isIdLike(field) ||
    isNumeric(field) ||
    ['boolean', 'date', 'datetime'].includes(field.type)
  );
}

export function isIdLike(field: FieldDefinition): boolean {
  return field.type === 'id' || field.type === 'reference';
}
