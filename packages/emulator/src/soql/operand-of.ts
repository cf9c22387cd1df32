import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { aggregateOperand, isAggregate } from './aggregate-function.ts';
import { dateOperand, isDateFunction } from './date-function.ts';
import type { FieldScope } from './field-scope.ts';
import type { DistanceCall, FieldExpression, FunctionCall } from './grammar/syntax-tree.ts';
import { fieldOperand } from './operand.ts';
import type { Operand } from './operand.ts';

/** A field or function the way SELECT, WHERE, GROUP BY, HAVING and ORDER BY may use it. */
export function operandOf(expression: FieldExpression | DistanceCall, scope: FieldScope, soql: string): Operand {
  if (expression.kind === 'field') return fieldOperand(expression, scope);
  if (expression.kind === 'function') return functionOperand(expression, scope, soql);
  throw new NotEmulatedError(`SOQL ${expression.text}`);
}

function functionOperand(call: FunctionCall, scope: FieldScope, soql: string): Operand {
  const name = call.name.toUpperCase();
  if (isDateFunction(name)) return dateOperand(name, call, scope);
  const inner = call.argument.kind === 'field' ? fieldOperand(call.argument, scope) : undefined;
  if (inner && isAggregate(name)) return aggregateOperand(name, inner, call, soql);
  if (inner && name === 'GROUPING') return { ...inner, groupingOf: inner, written: call };
  if (inner && name === 'TOLABEL') return { ...inner, label: true };
  throw new NotEmulatedError(`SOQL ${call.text}`);
}
