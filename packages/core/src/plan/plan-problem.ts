import { PlanInvalidError, type PlanProblem } from '../errors/write-errors.ts';

/** A write that contradicts itself, refused where it does. */
export function planProblem(
  problem: PlanProblem,
  options: { path: string; what: string; remedy: string; object?: string | undefined; field?: string | undefined },
): PlanInvalidError {
  return new PlanInvalidError({
    problem,
    message: `Cannot write ${options.path}: ${options.what}. ${options.remedy}`,
    remedy: options.remedy,
    path: options.path,
    object: options.object,
    fields: options.field === undefined ? [] : [options.field],
  });
}
