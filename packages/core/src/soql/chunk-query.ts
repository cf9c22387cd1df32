import { buildQuery, LONGEST_QUERY, type Query } from './build-query.ts';
import { soqlLiteral, type SoqlValue } from './soql-value.ts';

/**
 * The query for any number of values of one field, as several queries where one would be longer than Salesforce takes.
 * Each value is asked for once. No values: no query.
 * @throws RangeError for a single text of more than 4,000 characters
 */
export function chunkQuery(
  query: Query,
  list: { readonly field: string; readonly in: readonly SoqlValue[] },
  {
    longest = LONGEST_QUERY,
  }: {
    /** In characters; less where a URI has to hold it. @default 100_000 */
    readonly longest?: number;
  } = {},
): string[] {
  const withValues = (values: readonly SoqlValue[]): string =>
    buildQuery({ ...query, where: [...(query.where ?? []), { field: list.field, in: values }] });
  const values = new Map(list.in.map((value) => [soqlLiteral(value), value]));
  const chunks: SoqlValue[][] = [];
  let length = Infinity;
  for (const [literal, value] of values) {
    length += literal.length + 2;
    const chunk = chunks.at(-1);
    if (chunk !== undefined && length <= longest) chunk.push(value);
    else {
      chunks.push([value]);
      length = withValues([value]).length;
    }
  }
  return chunks.map(withValues);
}
