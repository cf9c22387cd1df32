/** A formula that is wrong, or uses what is not emulated: it is found when the formula is deployed, not when it runs. */
export class FormulaError extends Error {
  /** @param problem Salesforce's own text where it is known; otherwise what is not emulated */
  constructor(problem: string) {
    super(problem);
    this.name = 'FormulaError';
  }
}

/** Source: texts of the formula editor, in many administrators' questions. */
export const unknownField = (name: string): FormulaError =>
  new FormulaError(`Field ${name} does not exist. Check spelling.`);

/** Source: the same. */
export const unknownFunction = (name: string): FormulaError =>
  new FormulaError(`Unknown function ${name}. Check spelling.`);

/** Source: the same. */
export const syntaxError = (found: string): FormulaError =>
  new FormulaError(found === '' ? 'Syntax error. Found end of formula' : `Syntax error. Found '${found}'`);

/** Source: the same. */
export const wrongArgumentCount = (name: string, expected: string, received: number): FormulaError =>
  new FormulaError(
    `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${received}`,
  );

/** Source: the same. */
export const wrongArgumentType = (name: string, expected: string, received: string): FormulaError =>
  new FormulaError(`Incorrect parameter type for function '${name}()'. Expected ${expected}, received ${received}`);

/** Source: the same. */
export const wrongOperandType = (operator: string, expected: string, received: string): FormulaError =>
  new FormulaError(`Incorrect parameter type for operator '${operator}'. Expected ${expected}, received ${received}`);

/** Source: the same. */
export const picklistMisused = (field: string): FormulaError =>
  new FormulaError(`Field ${field} is a picklist field. Picklist fields are only supported in certain functions.`);
