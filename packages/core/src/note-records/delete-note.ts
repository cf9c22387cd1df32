import { RecordNotFoundError } from '../errors/api-errors.ts';
import type { DeletedNote } from '../objects/notes.ts';
import { createProblemList } from '../plan/problem-list.ts';
import { emptySchema } from '../transport/answer-schemas.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { checkNoteId } from './check-note.ts';
import { NOTE } from './note-part.ts';

/** As a note, not as a document: then the id of a file is refused, whose bytes could not be made again. */
export async function deleteNote(
  id: string,
  { transport, signal }: RequestOptions & { readonly transport: OrgTransport },
): Promise<DeletedNote> {
  const problems = createProblemList();
  const noteId = checkNoteId(id, problems);
  problems.throwIfAny();
  const meter = createCallMeter();
  const done = (outcome: DeletedNote['outcome']): DeletedNote => ({ id: noteId, outcome, apiCalls: meter.calls });
  try {
    await transport.send({
      method: 'DELETE',
      path: `/sobjects/${NOTE}/${noteId}`,
      answer: emptySchema,
      attempt: { verb: 'delete', object: NOTE, recordId: noteId },
      meter,
      signal,
    });
    return done('deleted');
  } catch (error) {
    if (error instanceof RecordNotFoundError) return done('alreadyGone');
    throw error;
  }
}
