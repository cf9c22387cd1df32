import { checkRecordId } from '../plan/check-names.ts';
import { checkIdPrefix } from '../plan/check-standard-value.ts';
import { planProblem } from '../plan/plan-problem.ts';
import type { ProblemList } from '../plan/problem-list.ts';
import type { NoteState } from './note.ts';

/** The id of a note with 18 characters. */
export function checkNoteId(id: string, problems: ProblemList): string {
  return problems.attempt(() => {
    const noteId = checkRecordId(id, 'id');
    checkIdPrefix(noteId, { object: 'ContentNote', field: 'Id', path: 'id', prefix: '069' });
    return noteId;
  }, '');
}

/** Records that a note is linked to or unlinked from: each once, with 18 characters. */
export function checkRecordIds(recordIds: readonly string[], problems: ProblemList): readonly string[] {
  const ids = recordIds.map((id, index) => problems.attempt(() => checkRecordId(id, `recordIds[${index}]`), ''));
  if (ids.length === 0) problems.attempt(noRecords, undefined);
  return [...new Set(ids)];
}

/** What was read of a note before, as an update is guarded by it. */
export function checkState({ versionId, lastModifiedAt }: NoteState, problems: ProblemList): NoteState {
  const id = problems.attempt(() => {
    const version = checkRecordId(versionId, 'read.versionId');
    checkIdPrefix(version, { object: 'ContentVersion', field: 'Id', path: 'read.versionId', prefix: '068' });
    return version;
  }, '');
  if (Number.isNaN(Date.parse(lastModifiedAt))) problems.attempt(noTime, undefined);
  return { versionId: id, lastModifiedAt };
}

function noRecords(): never {
  throw planProblem('invalidValue', {
    path: 'recordIds',
    what: 'it names no record',
    remedy: 'Name at least one record by its id.',
  });
}

function noTime(): never {
  throw planProblem('invalidValue', {
    path: 'read.lastModifiedAt',
    what: 'it is not a date and time',
    remedy: 'Use the lastModifiedAt that reading the note answered.',
  });
}
