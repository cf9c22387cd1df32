import type { FieldValue } from '../field-value.ts';
import { isApiName } from './api-name.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** A value as SOQL text. Source: SOQL reference, Quoted String Escape Sequences. */
export function soqlLiteral(value: FieldValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`A query cannot hold the number ${value}.`);
    return decimalText(value);
  }
  return `'${value.replace(/[\\'"\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character)}'`;
}

const MOMENT =
  /^(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2}))?|\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)$/;

/** A date, date-time or time, which SOQL takes without quotes; anything else as a text, for the org to refuse. */
function momentLiteral(value: string): string {
  return MOMENT.test(value) ? value : soqlLiteral(value);
}

/** Without an exponent: SOQL has none. */
function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

/** An API name as SOQL text. Names are checked where they enter; one that gets here unchecked is a bug. */
export function soqlName(name: string): string {
  if (!name.split('.').every(isApiName))
    throw new TypeError(`"${name}" is not an API name; check names before a query.`);
  return name;
}

export interface Query {
  /** API names; a parent's field by its relationship, e.g. `Account.Name`. */
  readonly select: readonly string[];
  readonly from: string;
  /** Conditions that must all hold: equality (dates and times as the API prints them), one of several values, or a span of time with both its ends. */
  readonly where?: readonly Condition[];
  readonly orderBy?: string;
  readonly limit?: number;
}

export type Condition =
  | { readonly field: string; readonly equals: FieldValue }
  | { readonly field: string; readonly equalsMoment: string }
  | { readonly field: string; readonly in: readonly FieldValue[] }
  | { readonly field: string; readonly from: Date; readonly to: Date };

/** The one place where SOQL text is made: every name is checked, every value escaped. */
export function buildQuery(query: Query): string {
  const parts = [`SELECT ${query.select.map(soqlName).join(', ')} FROM ${soqlName(query.from)}`];
  if (query.where !== undefined && query.where.length > 0) {
    parts.push(`WHERE ${query.where.map(conditionText).join(' AND ')}`);
  }
  if (query.orderBy !== undefined) parts.push(`ORDER BY ${soqlName(query.orderBy)}`);
  if (query.limit !== undefined) parts.push(`LIMIT ${query.limit}`);
  return parts.join(' ');
}

function conditionText(condition: Condition): string {
  const field = soqlName(condition.field);
  if ('from' in condition) {
    return `${field} >= ${condition.from.toISOString()} AND ${field} <= ${condition.to.toISOString()}`;
  }
  if ('equalsMoment' in condition) return `${field} = ${momentLiteral(condition.equalsMoment)}`;
  return 'in' in condition
    ? `${field} IN (${condition.in.map(soqlLiteral).join(', ')})`
    : `${field} = ${soqlLiteral(condition.equals)}`;
}
