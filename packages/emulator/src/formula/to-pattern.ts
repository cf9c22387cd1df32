import { FormulaError } from './formula-error.ts';

/** What Java's patterns have and JavaScript's have not, or mean otherwise. */
const ONLY_JAVA = /\\[AGHQREVXZehpPz]|&&|\(\?[A-Za-z]+\)|[*+?}]\+|\(\?<[=!][^)]*[*+]/;

/**
 * A pattern of REGEX, which the whole text must match. Source: Salesforce Help, REGEX ("based on Java Platform SE 6
 * syntax").
 *
 * @throws FormulaError for a pattern whose meaning is Java's alone
 */
export function toPattern(pattern: string): RegExp {
  if (ONLY_JAVA.test(pattern)) throw new FormulaError(`the pattern ${pattern} of REGEX is not emulated`);
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FormulaError(`the pattern ${pattern} of REGEX is not emulated`);
  }
}
