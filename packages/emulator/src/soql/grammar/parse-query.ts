import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { parseSelectQuery } from './parse-select-query.ts';
import type { Query } from './syntax-tree.ts';
import { createTokenReader } from './token-reader.ts';

/** Characters of one statement; the error for a longer one is not known. Source: SOQL and SOSL Reference, SOQL and SOSL Limits. */
const LONGEST_QUERY = 100_000;

/** Reads a query by Salesforce's grammar. @throws SalesforceApiError MALFORMED_QUERY with the place */
export function parseQuery(soql: string): Query {
  if (soql.length > LONGEST_QUERY) throw new NotEmulatedError(`SOQL of more than ${LONGEST_QUERY} characters`);
  const reader = createTokenReader(soql);
  const query = parseSelectQuery(reader);
  if (reader.peek().kind !== 'end') throw reader.unexpected();
  return query;
}
