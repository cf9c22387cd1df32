import { SalesforceApiError } from '../http/salesforce-api-error.ts';

/** Characters of the query that are shown on either side of the caret; cut at a blank. */
const SHOWN = 45;

/** What is wrong with a query, said as Salesforce says it. */
export interface QueryProblem {
  readonly errorCode:
    | 'MALFORMED_QUERY'
    | 'INVALID_FIELD'
    | 'INVALID_TYPE'
    | 'INVALID_QUERY_FILTER_OPERATOR'
    | 'NUMBER_OUTSIDE_VALID_RANGE';
  readonly text: string;
  /** The query, and where in it the problem stands; without it (or -1) the message has no caret. */
  readonly soql?: string;
  readonly offset?: number;
}

/** Source: error bodies recorded by CumulusCI and sf-fx-runtime-nodejs: a newline, a slice of the query, a caret, the place, the text. */
export function queryError({ errorCode, text, soql, offset }: QueryProblem): SalesforceApiError {
  const message = soql === undefined || offset === undefined || offset < 0 ? text : withCaret(soql, offset, text);
  return new SalesforceApiError({ status: 400, errorCode, message });
}

function withCaret(soql: string, offset: number, text: string): string {
  const before = soql.slice(0, offset);
  const row = before.split('\n').length;
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = soql.indexOf('\n', offset);
  const line = soql.slice(lineStart, lineEnd < 0 ? soql.length : lineEnd);
  const column = offset - lineStart;
  const { slice, caret } = shownSlice(line, column);
  return `\n${slice}\n${' '.repeat(caret)}^\nERROR at Row:${row}:Column:${column + 1}\n${text}`;
}

function shownSlice(line: string, column: number): { slice: string; caret: number } {
  let start = 0;
  if (column > SHOWN) {
    const blank = line.indexOf(' ', column - SHOWN);
    start = blank >= 0 && blank < column ? blank + 1 : column;
  }
  let end = line.length;
  if (line.length - column > SHOWN) {
    const blank = line.lastIndexOf(' ', column + SHOWN);
    end = blank > column ? blank : line.length;
  }
  return { slice: line.slice(start, end), caret: column - start };
}
