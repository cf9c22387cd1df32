import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, FieldType } from '../schema/object-definition.ts';
import { isAggregatable, isNumeric } from './field-abilities.ts';
import type { FieldScope } from './field-scope.ts';
import { queryError } from './query-error.ts';

/** The left side of a comparison, a thing to sort or group by: a field, or a function of one. */
export interface Operand {
  readonly sql: string;
  /** The field, or a description of what the function gives. */
  readonly field: FieldDefinition;
  readonly written: string;
  readonly aggregate: boolean;
}

/** What date functions give, in SQL; dateTimes are read in UTC, as without convertTimezone(). */
const DATE_FUNCTIONS: ReadonlyMap<string, { type: FieldType; sql: (value: string) => string }> = new Map([
  ['CALENDAR_YEAR', number((value) => `strftime('%Y', ${value})`)],
  ['CALENDAR_QUARTER', number((value) => `(strftime('%m', ${value}) + 2) / 3`)],
  ['CALENDAR_MONTH', number((value) => `strftime('%m', ${value})`)],
  ['DAY_IN_MONTH', number((value) => `strftime('%d', ${value})`)],
  ['DAY_IN_WEEK', number((value) => `strftime('%w', ${value}) + 1`)],
  ['DAY_IN_YEAR', number((value) => `strftime('%j', ${value})`)],
  ['WEEK_IN_MONTH', number((value) => `(strftime('%d', ${value}) + 6) / 7`)],
  ['WEEK_IN_YEAR', number((value) => `(strftime('%j', ${value}) + 6) / 7`)],
  ['HOUR_IN_DAY', number((value) => `strftime('%H', ${value})`)],
  ['DAY_ONLY', { type: 'date', sql: (value: string) => `substr(${value}, 1, 10)` }],
]);

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

function number(sql: (value: string) => string): { type: FieldType; sql: (value: string) => string } {
  return { type: 'int', sql: (value) => `CAST(${sql(value)} AS INTEGER)` };
}

export function fieldOperand(path: string, scope: FieldScope, afterKeyword?: string): Operand {
  const { sql, field, written } = scope.resolve(path, afterKeyword === undefined ? {} : { afterKeyword });
  return { sql, field, written, aggregate: false };
}

/** A function the way SELECT, WHERE, GROUP BY, HAVING and ORDER BY may use it. */
export function functionOperand(call: FunctionExp, scope: FieldScope, soql: string): Operand {
  const name = (call.functionName ?? '').toUpperCase();
  const written = call.rawValue ?? `${name}()`;
  const parameter = call.parameters?.[0];
  if (typeof parameter !== 'string' || (!AGGREGATES.has(name) && !DATE_FUNCTIONS.has(name))) {
    throw new NotEmulatedError(`SOQL ${written}`);
  }
  const inner = fieldOperand(parameter, scope);
  return AGGREGATES.has(name) ? aggregate(name, inner, written, soql) : dateFunction(name, inner, written);
}

function dateFunction(name: string, inner: Operand, written: string): Operand {
  const known = DATE_FUNCTIONS.get(name);
  const takes = name === 'HOUR_IN_DAY' || name === 'DAY_ONLY' ? ['datetime'] : ['date', 'datetime'];
  if (!known || !takes.includes(inner.field.type))
    throw new NotEmulatedError(`SOQL ${written} of a field of type ${inner.field.type}`);
  return { sql: known.sql(inner.sql), field: resultField(written, known.type), written, aggregate: false };
}

function aggregate(name: string, inner: Operand, written: string, soql: string): Operand {
  const allowed = name === 'SUM' || name === 'AVG' ? isNumeric(inner.field) : isAggregatable(inner.field);
  if (!allowed) {
    throw queryError({
      errorCode: 'MALFORMED_QUERY',
      text: `field ${inner.field.name} does not support aggregate operator ${name}`,
      soql,
      offset: soql.toLowerCase().indexOf(written.toLowerCase()),
    });
  }
  if (name === 'COUNT')
    return { sql: `count(${inner.sql})`, field: resultField(written, 'int'), written, aggregate: true };
  if (name === 'COUNT_DISTINCT') {
    return { sql: `count(DISTINCT ${inner.sql})`, field: resultField(written, 'int'), written, aggregate: true };
  }
  if (name === 'AVG')
    return { sql: `avg(${inner.sql})`, field: resultField(written, 'double'), written, aggregate: true };
  return {
    sql: `${name.toLowerCase()}(${inner.sql})`,
    field: { ...inner.field, name: written },
    written,
    aggregate: true,
  };
}

function resultField(name: string, type: FieldType): FieldDefinition {
  return {
    name,
    label: name,
    type,
    custom: false,
    nillable: true,
    createable: false,
    updateable: false,
    defaultedOnCreate: false,
    calculated: true,
  };
}
