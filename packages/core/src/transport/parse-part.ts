import type { z } from 'zod';
import type { Attempt } from '../errors/attempt.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import type { Subanswer } from './send-composite.ts';

/** The answer to one part of a composite request, in its documented form. @throws ResponseUnexpectedError naming part and path */
export function parsePart<Answer>(
  schema: z.ZodType<Answer>,
  { referenceId, status, body }: Pick<Subanswer, 'referenceId' | 'status' | 'body'>,
  attempt: Attempt,
): Answer {
  return parseAnswer(schema, body, { attempt, httpStatus: status, at: referenceId });
}
