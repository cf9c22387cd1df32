import { RecordInvalidError } from '../errors/api-errors.ts';
import { NoteHtmlNotAllowedError, PlanInvalidError } from '../errors/write-errors.ts';

type Refusal = PlanInvalidError | RecordInvalidError | NoteHtmlNotAllowedError;

/** Gathers what is wrong with a write, so that one error says all of it before anything is sent. */
export interface ProblemList {
  /** Runs it; what it refuses is kept for later, and `otherwise` stands for its result meanwhile. */
  attempt<Result>(run: () => Result, otherwise: Result): Result;
  /** One problem as the error it is, several as one error that lists them. */
  throwIfAny(): void;
}

export function createProblemList(): ProblemList {
  const found: Refusal[] = [];
  return {
    attempt(run, otherwise) {
      try {
        return run();
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // What is wrong in one place shows again where it was to be used.
        if (!found.some(({ path }) => path === error.path)) found.push(error);
        return otherwise;
      }
    },
    throwIfAny() {
      const [first, ...others] = found;
      if (first !== undefined) throw others.length === 0 ? first : allOf([first, ...others]);
    },
  };
}

function isRefusal(error: unknown): error is Refusal {
  return (
    error instanceof PlanInvalidError || error instanceof RecordInvalidError || error instanceof NoteHtmlNotAllowedError
  );
}

/** Values alone are a RecordInvalidError; a contradiction among them makes it a PlanInvalidError. */
function allOf(found: readonly [Refusal, ...Refusal[]]): PlanInvalidError | RecordInvalidError {
  const problems = found.flatMap((refusal) =>
    refusal instanceof NoteHtmlNotAllowedError
      ? [
          {
            problem: 'invalidNote' as const,
            path: refusal.path ?? 'note',
            message: refusal.message,
            remedy: refusal.remedy,
          },
        ]
      : refusal.problems.map((one) => ({ problem: 'invalidValue' as const, ...one })),
  );
  const options = {
    message: `Cannot write it, for ${problems.length} reasons. ${problems.map(({ message }, index) => `${index + 1}. ${message}`).join(' ')}`,
    remedy: `Correct all of them: ${problems.map(({ path }) => path).join(', ')}.`,
    fields: [...new Set(found.flatMap(({ fields }) => fields))],
  };
  const contradiction = found.find((refusal) => refusal instanceof PlanInvalidError);
  if (contradiction !== undefined) {
    const { problem, path, object } = contradiction;
    return new PlanInvalidError({ ...options, problem, path, object, problems });
  }
  const [{ path, object, errorCode }] = found;
  return new RecordInvalidError({
    ...options,
    path,
    object,
    errorCode,
    fixedBy: 'user',
    outcome: 'notApplied',
    problems: problems.map(({ path: at, message, remedy, ...further }) => ({
      path: at,
      message,
      remedy,
      ...('allowed' in further ? { allowed: further.allowed } : {}),
    })),
  });
}
