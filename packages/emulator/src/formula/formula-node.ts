/** A formula as it was parsed. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** A field, e.g. `Account.Industry` or `$User.Id`. */
  | { readonly kind: 'field'; readonly path: string }
  /** A function in upper case, or an operator by its sign; `negate` is the sign before one value. */
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly FormulaNode[] };
