import type { FunctionCall } from './grammar/syntax-tree.ts';
import { isAggregatable, isNumeric } from './field-abilities.ts';
import { malformed } from './malformed.ts';
import type { Operand } from './operand.ts';
import { resultField } from './result-field.ts';

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

/** @param name upper case */
export function isAggregate(name: string): boolean {
  return AGGREGATES.has(name);
}

export function aggregateOperand(name: string, inner: Operand, call: FunctionCall, soql: string): Operand {
  const allowed = name === 'SUM' || name === 'AVG' ? isNumeric(inner.field) : isAggregatable(inner.field);
  if (!allowed) throw malformed(soql, `field ${inner.field.name} does not support aggregate operator ${name}`, call);
  const base = { values: inner.values, written: call, aggregate: true, column: false, own: false };
  switch (name) {
    case 'COUNT':
      return { ...base, sql: `count(${inner.sql})`, field: resultField(call.text, 'int') };
    case 'COUNT_DISTINCT':
      return { ...base, sql: `count(DISTINCT ${inner.sql})`, field: resultField(call.text, 'int') };
    case 'AVG':
      return { ...base, sql: `avg(${inner.sql})`, field: resultField(call.text, 'double') };
    default:
      return { ...base, sql: `${name.toLowerCase()}(${inner.sql})`, field: { ...inner.field, name: call.text } };
  }
}
