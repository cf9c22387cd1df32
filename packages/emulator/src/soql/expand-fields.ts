import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { Condition, FunctionCall, Query } from './grammar/syntax-tree.ts';
import { queryError } from './query-error.ts';

/** Source: SOQL and SOSL Reference, FIELDS(): unbounded forms need a LIMIT of at most 200, or that many ids. */
const MOST_ROWS_OF_UNBOUNDED = 200;

/** The fields that FIELDS(ALL), FIELDS(STANDARD) or FIELDS(CUSTOM) stands for. */
export function expandFields(
  call: FunctionCall,
  object: ObjectDefinition,
  query: Pick<Query, 'where' | 'limit'>,
): string[] {
  const group = call.argument.kind === 'field' ? call.argument.text.toUpperCase() : '';
  if (!['ALL', 'STANDARD', 'CUSTOM'].includes(group)) throw new NotEmulatedError(`SOQL ${call.text}`);
  if (group !== 'STANDARD' && !hasFewRows(query)) {
    throw queryError({
      errorCode: 'MALFORMED_QUERY',
      text: `The SOQL FIELDS function must have a LIMIT of at most ${MOST_ROWS_OF_UNBOUNDED}`,
    });
  }
  return [...object.fields.values()]
    .filter((field) => isReadable(field) && belongsTo(field, group))
    .map(({ name }) => name);
}

function hasFewRows({ where, limit }: Pick<Query, 'where' | 'limit'>): boolean {
  if (limit && limit.value <= MOST_ROWS_OF_UNBOUNDED) return true;
  return where !== undefined && isAmongFewIds(where);
}

function isAmongFewIds(condition: Condition): boolean {
  if (condition.kind === 'and') return condition.parts.some(isAmongFewIds);
  if (condition.kind !== 'compare' && condition.kind !== 'in') return false;
  const isId = condition.left.kind === 'field' && condition.left.text.toLowerCase() === 'id';
  if (condition.kind === 'compare') return isId && condition.operator === '=';
  return isId && !condition.negated && condition.values.length <= MOST_ROWS_OF_UNBOUNDED;
}

function belongsTo(field: FieldDefinition, group: string): boolean {
  return group === 'ALL' || field.custom === (group === 'CUSTOM');
}

function isReadable(field: FieldDefinition): boolean {
  return !field.virtual || field.type === 'address';
}
