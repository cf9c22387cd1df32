import type { z } from 'zod';
import { ResponseUnexpectedError } from './api-errors.ts';
import { type Attempt, describeAttempt, isReading } from './attempt.ts';

/** An answer in its documented form, or a ResponseUnexpectedError that says where it differs. */
export function parseAnswer<Answer>(
  schema: z.ZodType<Answer>,
  answer: unknown,
  {
    attempt,
    httpStatus,
    requestId,
    at = '',
  }: {
    attempt: Attempt;
    httpStatus?: number | undefined;
    requestId?: string | undefined;
    /** Where in the whole answer it stands. @default it is the whole answer */
    at?: string;
  },
): Answer {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const remedy = isReading(attempt)
    ? 'Report it: the API has changed.'
    : 'Read the ledger to see whether it was applied, and report it: the API has changed.';
  const issues = parsed.error.issues.map((issue) => ({
    path: [...(at === '' ? [] : [at]), ...issue.path.map(String)].join('.'),
    message: issue.message,
  }));
  throw new ResponseUnexpectedError({
    message: `${describeAttempt(attempt)}: the answer does not have the documented form${whereOf(issues)}. ${remedy}`,
    remedy,
    fixedBy: 'us',
    outcome: isReading(attempt) ? 'notApplied' : 'unknown',
    object: attempt.object,
    recordId: attempt.recordId,
    path: attempt.path,
    httpStatus,
    requestId,
    issues,
    step: attempt.step,
  });
}

/** The first places, without the values there. */
function whereOf(issues: readonly { readonly path: string; readonly message: string }[]): string {
  const named = issues.slice(0, 3).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const others = issues.length - named.length;
  return ` (${named.join('; ')}${others > 0 ? `; and ${others} more` : ''})`;
}
