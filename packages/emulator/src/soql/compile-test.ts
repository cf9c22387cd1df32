import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ComparableContext, Literal } from './comparable.ts';
import { compileEquality } from './compile-equality.ts';
import { compileInequality } from './compile-inequality.ts';
import type { Inequality } from './compile-inequality.ts';
import { compileIncludes, compileLike } from './compile-pattern.ts';
import type { Operand } from './operand.ts';
import type { SqlFragment } from './sql-fragment.ts';

/**
 * One comparison. The result is always true or false, never NULL, since SOQL has no third value: `Industry != 'Media'`
 * finds the rows without an industry too.
 */
export function compileTest(
  operand: Operand,
  operator: string,
  literals: readonly Literal[],
  context: ComparableContext,
): SqlFragment {
  switch (operator.toUpperCase()) {
    case 'LIKE':
      return compileLike(operand, literals, context);
    case 'INCLUDES':
      return compileIncludes(operand, literals, context);
    case 'EXCLUDES':
      return not(compileIncludes(operand, literals, context));
    case '=':
    case 'IN':
      return compileEquality(operand, literals, context);
    case '!=':
    case '<>':
    case 'NOT IN':
      return not(compileEquality(operand, literals, context));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compileInequality(operand, operator as Inequality, literals, context);
    default:
      throw new NotEmulatedError(`SOQL operator ${operator}`);
  }
}

function not(test: SqlFragment): SqlFragment {
  return { text: `NOT (${test.text})`, values: test.values };
}
