import type { ComparableContext } from './comparable.ts';
import type { Operand } from './operand.ts';
import { queryError } from './query-error.ts';
import { locateName } from './source-text.ts';

/** An operator that the field's type does not have. */
export function invalidOperator(text: string, operand: Operand, { soql }: ComparableContext): Error {
  return queryError({
    errorCode: 'INVALID_QUERY_FILTER_OPERATOR',
    text,
    soql,
    offset: locateName(soql, operand.written, 'WHERE'),
  });
}
