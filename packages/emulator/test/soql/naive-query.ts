/** A row as the naive evaluator sees it: API values, and its parent. */
export interface NaiveRow {
  readonly Id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly parent: NaiveRow | undefined;
}

export type NaiveTest =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly NaiveTest[] }
  | { readonly kind: 'not'; readonly part: NaiveTest }
  | {
      readonly kind: 'compare';
      readonly path: string;
      readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly value: unknown;
    }
  | { readonly kind: 'in' | 'notIn'; readonly path: string; readonly values: readonly unknown[] }
  | { readonly kind: 'like'; readonly path: string; readonly pattern: string }
  | { readonly kind: 'includes' | 'excludes'; readonly path: string; readonly values: readonly string[] };

/** What SOQL means, row by row: no third value, text without regard to case, nothing is smaller than nothing. */
export function holds(test: NaiveTest, row: NaiveRow): boolean {
  switch (test.kind) {
    case 'and':
      return test.parts.every((part) => holds(part, row));
    case 'or':
      return test.parts.some((part) => holds(part, row));
    case 'not':
      return !holds(test.part, row);
    case 'compare':
      return compares(valueAt(test.path, row), test.operator, test.value);
    case 'in':
      return test.values.some((value) => compares(valueAt(test.path, row), '=', value));
    case 'notIn':
      return !test.values.some((value) => compares(valueAt(test.path, row), '=', value));
    case 'like':
      return fits(valueAt(test.path, row), test.pattern);
    default: {
      const value = valueAt(test.path, row);
      const own = typeof value === 'string' ? value.toLowerCase().split(';') : [];
      const found = test.values.some((value) =>
        value
          .toLowerCase()
          .split(';')
          .every((each) => own.includes(each)),
      );
      return (test.kind === 'includes') === found;
    }
  }
}

export function valueAt(path: string, row: NaiveRow | undefined): unknown {
  const [first = '', ...rest] = path.split('.');
  if (rest.length > 0) return valueAt(rest.join('.'), row?.parent);
  if (!row) return first.startsWith('Is') ? false : null;
  return first === 'Id' ? row.Id : (row.values[first] ?? null);
}

function compares(left: unknown, operator: string, right: unknown): boolean {
  const [a, b] = [plain(left), plain(right)];
  if (operator === '=') return a === b;
  if (operator === '!=') return a !== b;
  if (a === null || b === null) return false;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' ? value.toLowerCase() : (value as number | boolean | null);
}

function fits(value: unknown, pattern: string): boolean {
  if (typeof value !== 'string') return false;
  const match = (text: string, rest: string): boolean => {
    if (rest === '') return text === '';
    if (rest.startsWith('%')) return match(text, rest.slice(1)) || (text !== '' && match(text.slice(1), rest));
    return (
      text !== '' && (rest.startsWith('_') || rest.charAt(0) === text.charAt(0)) && match(text.slice(1), rest.slice(1))
    );
  };
  return match(value.toLowerCase(), pattern.toLowerCase());
}

/** Sorts as ORDER BY does: nothing first unless told otherwise. */
export function compareValues(
  left: unknown,
  right: unknown,
  { descending, last }: { descending: boolean; last: boolean },
): number {
  const [a, b] = [plain(left), plain(right)];
  if (a === b) return 0;
  if (a === null) return last ? 1 : -1;
  if (b === null) return last ? -1 : 1;
  return (a < b ? -1 : 1) * (descending ? -1 : 1);
}
