import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';

/** The request's record as it came, and the member that does not fit. */
export interface JsonPosition {
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
}

/**
 * A JSON value that does not fit the field's type. The column is that of the member in compact JSON.
 * Source: texts of such errors in public logs, e.g. `Cannot deserialize instance of date from VALUE_STRING value … or
 * request may be missing a required field at [line:1, column:30]`; for arrays the shorter form.
 */
export function cannotDeserialize(field: FieldDefinition, value: unknown, position: JsonPosition): SalesforceApiError {
  const at = `[line:1, column:${columnOf(position)}]`;
  const message = Array.isArray(value)
    ? `Cannot deserialize instance of ${field.type} from START_ARRAY value ${at}`
    : `Cannot deserialize instance of ${field.type} from ${tokenOf(value)} or request may be missing a required field at ${at}`;
  return new SalesforceApiError({ status: 400, errorCode: 'JSON_PARSER_ERROR', message });
}

export function jsonParserError(message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode: 'JSON_PARSER_ERROR', message });
}

function tokenOf(value: unknown): string {
  if (typeof value === 'string') return `VALUE_STRING value ${value}`;
  if (typeof value === 'number') return `VALUE_NUMBER_${Number.isInteger(value) ? 'INT' : 'FLOAT'} value ${value}`;
  if (typeof value === 'boolean') return `VALUE_${value ? 'TRUE' : 'FALSE'} value ${value}`;
  return 'START_OBJECT value {';
}

function columnOf({ body, key }: JsonPosition): number {
  let before = '{';
  for (const [name, value] of Object.entries(body)) {
    if (name === key) break;
    before += `${JSON.stringify(name)}:${JSON.stringify(value)},`;
  }
  return before.length;
}
