import type { Search } from '../../sosl/parse-search.ts';
import { runSearch } from '../../sosl/run-search.ts';
import { callerOf } from '../caller.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';

/** From which API version on the records have a name. Source: REST API guide, Search for a String, of each release. */
const SINCE_SEARCH_RECORDS = 37;

/** Runs a search for the caller. @param sosl its text, for the places in error messages */
export function answerSearch(context: OperationContext, search: Search, sosl: string): OperationResponse {
  const apiVersion = apiVersionOf(context.request);
  const records = runSearch(search, sosl, {
    schema: context.schema,
    database: context.org.database,
    now: context.org.clock,
    apiVersion,
    userId: callerOf(context).userId,
  });
  return { status: 200, body: Number(apiVersion) < SINCE_SEARCH_RECORDS ? records : { searchRecords: records } };
}
