import { type InvalidValue, RecordInvalidError } from '../errors/api-errors.ts';

/** A read that was asked for in a way that no org could answer: everything that is wrong with it, before anything is sent. */
export function refuseInput(problems: readonly InvalidValue[], object?: string): void {
  const [first] = problems;
  if (first === undefined) return;
  const remedy = problems.map((problem) => problem.remedy).join(' ');
  throw new RecordInvalidError({
    message: `Could not read${object === undefined ? '' : ` ${object}`}: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}. ${remedy}`,
    remedy,
    fixedBy: 'caller',
    outcome: 'notApplied',
    object,
    path: first.path,
    problems,
  });
}

/** The text of a query or search, or a refusal that says what is wrong with its names and values. @throws RecordInvalidError */
export function builtText(build: () => string, path: string, object?: string): string {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    refuseInput([{ path, message: error.message, remedy: 'Correct it and ask again.' }], object);
    throw error;
  }
}
