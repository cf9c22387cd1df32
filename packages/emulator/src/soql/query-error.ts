import { SalesforceApiError } from '../http/salesforce-api-error.ts';

/** Characters of the query that are shown on either side of the caret, up to the end of the word. */
const SHOWN = 30;

/** What is wrong with a query, said as Salesforce says it. */
export interface QueryProblem {
  readonly errorCode:
    | 'MALFORMED_QUERY'
    | 'MALFORMED_SEARCH'
    | 'INVALID_FIELD'
    | 'INVALID_TYPE'
    | 'INVALID_SEARCH'
    | 'INVALID_QUERY_FILTER_OPERATOR'
    | 'NUMBER_OUTSIDE_VALID_RANGE';
  readonly text: string;
  /** The query, and where in it the problem stands; without it (or -1) the message has no caret. */
  readonly soql?: string;
  readonly offset?: number;
  /** Columns are counted from 0, as Salesforce's parser does; the caret then points in front of the place. */
  readonly fromZero?: boolean;
}

/**
 * A newline, a slice of the query, a caret, the place, the text. Source: error bodies recorded by CumulusCI,
 * sf-fx-runtime-nodejs and others; how much is shown is computed from them.
 */
export function queryError({ errorCode, text, soql, offset, fromZero }: QueryProblem): SalesforceApiError {
  const isPlaced = soql !== undefined && offset !== undefined && offset >= 0;
  const message = isPlaced ? withCaret(soql, offset, text, fromZero ?? false) : text;
  return new SalesforceApiError({ status: 400, errorCode, message });
}

function withCaret(soql: string, offset: number, text: string, fromZero: boolean): string {
  const before = soql.slice(0, offset);
  const row = before.split('\n').length;
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = soql.indexOf('\n', offset);
  const line = soql.slice(lineStart, lineEnd < 0 ? soql.length : lineEnd);
  const column = offset - lineStart + (fromZero ? 0 : 1);
  const { slice, caret } = shownSlice(line, Math.max(0, column - 1));
  return `\n${slice}\n${' '.repeat(caret)}^\nERROR at Row:${row}:Column:${column}\n${text}`;
}

function shownSlice(line: string, column: number): { slice: string; caret: number } {
  let start = Math.max(0, column - SHOWN);
  while (start > 0 && !isBoundary(line.charAt(start - 1))) start--;
  let end = Math.min(line.length, column + SHOWN);
  while (end < line.length && !isBoundary(line.charAt(end))) end++;
  return { slice: line.slice(start, end), caret: column - start };
}

function isBoundary(character: string): boolean {
  return character === ' ' || character === ',';
}
