import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { parseSearch } from '../../sosl/parse-search.ts';
import type { Search } from '../../sosl/parse-search.ts';

type Count = string | number | undefined;

export interface SearchedObjectParameters {
  readonly name: string;
  readonly fields?: readonly string[] | undefined;
  readonly limit?: Count;
  readonly where?: string | undefined;
  readonly orderBy?: string | undefined;
}

/** The parameters of a search without SOSL, as they are named in the URI and in the body. */
export interface SearchParameters {
  readonly q?: string | undefined;
  readonly in?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly sobjects?: readonly SearchedObjectParameters[] | undefined;
  readonly overallLimit?: Count;
  readonly defaultLimit?: Count;
  readonly offset?: Count;
}

/** The same search in SOSL, so that both are read by one grammar. The text searched for is no SOSL: it is taken as it is. */
export function toSearch(parameters: SearchParameters): { readonly search: Search; readonly sosl: string } {
  const { q, sobjects = [], fields, defaultLimit, overallLimit, offset } = parameters;
  if (q === undefined || q.trim() === '') {
    // The text is not verified.
    throw new SalesforceApiError({ status: 400, errorCode: 'MALFORMED_SEARCH', message: 'No search term found.' });
  }
  if (fields && sobjects.length === 0) throw new NotEmulatedError('a search with fields but without sobject');
  if (offset !== undefined && sobjects.length !== 1)
    throw new NotEmulatedError('a search with offset in several objects');
  const returning = sobjects.map((object) => {
    const selected = object.fields ?? fields ?? ['Id'];
    const clauses = [
      selected.join(', '),
      object.where === undefined ? '' : `WHERE ${object.where}`,
      object.orderBy === undefined ? '' : `ORDER BY ${object.orderBy}`,
      clause('LIMIT', object.limit ?? defaultLimit),
      clause('OFFSET', offset),
    ];
    return `${object.name}(${clauses.filter((text) => text !== '').join(' ')})`;
  });
  const group = (parameters.in ?? 'ALL').replace(/\s*FIELDS$/i, '');
  const sosl = [
    'FIND {q}',
    `IN ${group} FIELDS`,
    returning.length === 0 ? '' : `RETURNING ${returning.join(', ')}`,
    clause('LIMIT', overallLimit),
  ].join(' ');
  return { search: { ...parseSearch(sosl), find: q }, sosl };
}

function clause(word: string, count: Count): string {
  return count === undefined ? '' : `${word} ${count}`;
}
