import type { Token } from './token.ts';

/** Words that can be no name. Source: Salesforce's SOQL grammar, the keywords that soqlIdentifier leaves out. */
const RESERVED = new Set(
  (
    'AND OR TRUE FALSE WITH FOR LIMIT WHERE ELSE ROLLUP CUBE HAVING INCLUDES EXCLUDES IN NOT BY ASC DESC NULLS ' +
    'SELECT FROM LOOKUP AS USING NULL UPDATE FIRST LAST LIKE BIND'
  ).split(' '),
);

const DATE_LITERAL =
  /^(?:TODAY|YESTERDAY|TOMORROW|(?:LAST|NEXT)_90_DAYS|(?:THIS|LAST|NEXT)_(?:WEEK|MONTH|(?:FISCAL_)?(?:QUARTER|YEAR)))$/;
const COUNTED_DATE_LITERAL =
  /^(?:(?:LAST|NEXT)_N_(?:DAYS|WEEKS|MONTHS|(?:FISCAL_)?(?:QUARTERS|YEARS))|N_(?:DAYS|WEEKS|MONTHS|(?:FISCAL_)?(?:QUARTERS|YEARS))_AGO)$/;

/** May name a field, an object, an alias or a function. */
export function isName(token: Token): boolean {
  return token.kind === 'word' && !RESERVED.has(token.upper);
}

/** `TODAY`; `true` for those that need `:n`. Undefined: no date literal. Source: SOQL and SOSL Reference, Date Literals. */
export function dateLiteral(token: Token): { readonly counted: boolean } | undefined {
  if (token.kind !== 'word') return undefined;
  if (DATE_LITERAL.test(token.upper)) return { counted: false };
  return COUNTED_DATE_LITERAL.test(token.upper) ? { counted: true } : undefined;
}
