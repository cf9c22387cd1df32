import { toStoredValue } from '../dml/to-stored-value.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import type { Column } from './read-columns.ts';

export interface CsvRecord {
  /** Of the column `Id`; undefined where it is empty or missing. */
  readonly id: string | undefined;
  /** As the body of a request has it. */
  readonly body: Record<string, unknown>;
}

const NULL = '#N/A';
const CHECKBOX: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** A row as a record: empty values say nothing, `#N/A` is null. Source: Bulk API 2.0 guide, Prepare CSV Files. */
export function toRecord(columns: readonly Column[], row: readonly string[]): CsvRecord {
  const body: Record<string, unknown> = {};
  let id: string | undefined;
  for (const [index, column] of columns.entries()) {
    const text = row[index] ?? '';
    if (text === '') continue;
    if (column.kind === 'id') id = text;
    else if (column.kind === 'field') body[column.field.name] = toValue(column.field, text);
    else if (text === NULL) body[column.reference.name] = null;
    else if (column.field.type === 'id') body[column.reference.name] = text;
    else {
      const { reference, target, field } = column;
      const isPolymorphic = (reference.referenceTo?.length ?? 0) > 1;
      body[reference.relationshipName ?? reference.name] = {
        ...(isPolymorphic && { attributes: { type: target.name } }),
        [field.name]: text,
      };
    }
  }
  return { id, body };
}

/**
 * Checkboxes are `true`, `false`, `1` or `0`, in any case. Source: the same guide, Valid Field Values (Bulk API). The text
 * for a value of the wrong type is known from the SOAP API.
 *
 * @throws SalesforceApiError INVALID_TYPE_ON_FIELD_IN_RECORD
 */
function toValue(field: FieldDefinition, text: string): unknown {
  if (text === NULL) return null;
  const value = field.type === 'boolean' ? (CHECKBOX.get(text.toLowerCase()) ?? text) : text;
  try {
    toStoredValue(field, value, { body: { [field.name]: value }, key: field.name });
  } catch (error) {
    if (!(error instanceof SalesforceApiError) || error.errorCode !== 'JSON_PARSER_ERROR') throw error;
    throw new SalesforceApiError({
      status: 400,
      errorCode: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
      message: `${field.label}: value not of required type: ${text}`,
      fields: [field.name],
    });
  }
  return value;
}
