import type { Match } from '../field-value.ts';
import { buildQuery } from './build-query.ts';
import { nameField } from './name-field.ts';

/** How many candidates an ambiguous match names. */
export const CANDIDATE_LIMIT = 20;

/** The records that fit a match, and one more than are ever named. */
export function matchQuery(object: string, match: Match): string {
  return buildQuery({
    select: ['Id', nameField(object)],
    from: object,
    where: Object.entries(match).map(([field, equals]) => ({ field, equals })),
    orderBy: 'Id',
    limit: CANDIDATE_LIMIT + 1,
  });
}
