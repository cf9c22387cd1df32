import { RecordDuplicateError } from '../errors/api-errors.ts';
import { parsePart } from '../transport/parse-part.ts';
import type { LinkedRecords } from '../objects/notes.ts';
import { linkStep } from '../plan/note-subrequests.ts';
import { createProblemList } from '../plan/problem-list.ts';
import { savedSchema } from '../transport/answer-schemas.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { checkNoteId, checkRecordIds } from './check-note.ts';
import { linkedIds } from './linked-ids.ts';
import { type AttemptedRequest, sendAllOrNone } from './send-all-or-none.ts';

/** How often it is looked again who is linked, while others link the same records. */
const ATTEMPTS = 3;

/** Links all of them; where Salesforce says that one is linked already, looks which ones are, and links the others. */
export async function linkNote(
  id: string,
  recordIds: readonly string[],
  { transport, signal }: RequestOptions & { readonly transport: OrgTransport },
): Promise<LinkedRecords> {
  const problems = createProblemList();
  const noteId = checkNoteId(id, problems);
  const records = checkRecordIds(recordIds, problems);
  problems.throwIfAny();

  const meter = createCallMeter();
  let known: ReadonlyMap<string, string> = new Map();
  let reads = 0;
  for (let attempt = 1; ; attempt += 1) {
    const missing = records.filter((record) => !known.has(record));
    try {
      const made = await makeLinks(missing);
      const links = records.map((recordId) => {
        const linkId = known.get(recordId);
        return linkId === undefined
          ? { recordId, linkId: made.get(recordId) ?? '', outcome: 'linked' as const }
          : { recordId, linkId, outcome: 'alreadyLinked' as const };
      });
      return { links, apiCalls: meter.calls + reads };
    } catch (error) {
      if (!(error instanceof RecordDuplicateError) || attempt === ATTEMPTS) throw error;
      const linked = await linkedIds(transport, { noteId, recordIds: records }, { signal });
      reads += linked.apiCalls;
      known = linked.links;
    }
  }

  async function makeLinks(missing: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (missing.length === 0) return new Map();
    const steps = missing.map((recordId, index): AttemptedRequest => {
      const path = `recordIds[${records.indexOf(recordId)}]`;
      const step = linkStep({ entityId: recordId, path, referenceId: `link${index}`, noteId, context: transport });
      const pathOfField = (field: string): string => (field === 'ContentDocumentId' ? 'id' : path);
      return { ...step, attempt: { verb: 'create', object: step.object, path, pathOfField } };
    });
    const answers = await sendAllOrNone(transport, steps, { signal, meter });
    return new Map(
      missing.map((recordId, index) => {
        const answer = answers[index] ?? { referenceId: '', status: 0, body: undefined };
        const attempt = steps[index]?.attempt ?? { verb: 'create' };
        return [recordId, parsePart(savedSchema, answer, attempt).id];
      }),
    );
  }
}
