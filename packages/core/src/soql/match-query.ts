import type { Match } from '../field-value.ts';
import { buildQuery, type Condition } from './build-query.ts';
import { nameField } from './name-field.ts';

/** How many candidates an ambiguous match names. */
export const CANDIDATE_LIMIT = 20;

/**
 * The records that fit a match, and one more than are ever named.
 * @param typeOf A field's type as describe names it, where it is known: a date is written without quotes, a text with them.
 */
export function matchQuery(
  object: string,
  match: Match,
  typeOf: (field: string) => string | undefined = () => undefined,
): string {
  return buildQuery({
    select: ['Id', nameField(object)],
    from: object,
    where: matchConditions(match, typeOf),
    orderBy: 'Id',
    limit: CANDIDATE_LIMIT + 1,
  });
}

/** The conditions of a match, by the types of its fields. */
export function matchConditions(match: Match, typeOf: (field: string) => string | undefined): Condition[] {
  return Object.entries(match).map(([field, value]) => condition(field, value, typeOf(field)));
}

const NUMBERS = new Set(['int', 'long', 'double', 'currency', 'percent']);
const MOMENTS = new Set(['date', 'datetime', 'time']);

function condition(field: string, value: string | number | boolean, type: string | undefined): Condition {
  if (type === undefined) return { field, equals: value };
  if (MOMENTS.has(type)) return typeof value === 'string' ? { field, equalsMoment: value } : { field, equals: value };
  if (NUMBERS.has(type)) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return { field, equals: typeof number === 'number' && !Number.isFinite(number) ? value : number };
  }
  if (type === 'boolean' || typeof value === 'boolean') return { field, equals: value };
  return { field, equals: String(value) };
}
