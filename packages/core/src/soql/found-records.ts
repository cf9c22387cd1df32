import { z } from 'zod';
import { RecordAmbiguousError, type Candidate } from '../errors/write-errors.ts';
import { queryAnswerSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import { CANDIDATE_LIMIT } from './match-query.ts';
import { nameField } from './name-field.ts';

/** The answer to a `matchQuery`. */
export function candidatesSchema(object: string) {
  const name = nameField(object);
  const row = z.looseObject({ Id: recordIdSchema }).transform((record): Candidate => ({
    id: record.Id,
    name: typeof record[name] === 'string' ? record[name] : null,
  }));
  return queryAnswerSchema(row).transform(({ records }) => records);
}

/** Several records where one was meant. */
export function severalFound(
  candidates: readonly Candidate[],
  { object, path }: { object: string; path?: string },
): RecordAmbiguousError {
  const remedy = 'Choose one of the candidates and name it by its id, or match by a field that tells them apart.';
  const many = candidates.length > CANDIDATE_LIMIT ? `more than ${CANDIDATE_LIMIT}` : String(candidates.length);
  return new RecordAmbiguousError({
    message: `Could not decide which ${object} is meant${path === undefined ? '' : ` (${path})`}: ${many} records fit. ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    object,
    path,
    candidates: candidates.slice(0, CANDIDATE_LIMIT),
  });
}
