/** One word or sign of a query, with where it stands. A string literal is one token. */
export interface SourceToken {
  readonly text: string;
  readonly offset: number;
}

const TOKEN = /'(?:\\.|[^'\\])*'?|[A-Za-z_][\w.]*|\d[\w.:+-]*|<=|>=|!=|<>|\S/gs;

/** Splits a query into tokens; only good for finding places, since it knows no grammar. */
export function tokenize(soql: string): SourceToken[] {
  return [...soql.matchAll(TOKEN)].map((match) => ({ text: match[0], offset: match.index }));
}

/**
 * Where a name stands in a query, in any case; -1 when it is nowhere. A dotted path is found as it was written, or by
 * its end (`Account.Name` for `a.Account.Name`).
 */
export function locateName(soql: string, name: string, afterKeyword?: string): number {
  const wanted = name.toLowerCase();
  const tokens = tokenize(soql);
  const start = afterKeyword ? tokens.findIndex(({ text }) => text.toLowerCase() === afterKeyword.toLowerCase()) : 0;
  const places = [...tokens.slice(Math.max(start, 0)), ...tokens];
  const found =
    places.find(({ text }) => text.toLowerCase() === wanted) ??
    places.find(({ text }) => text.toLowerCase().endsWith(`.${wanted}`));
  return found ? found.offset : -1;
}
