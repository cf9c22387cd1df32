import { RecordNotFoundError } from '../errors/api-errors.ts';
import type { UnlinkedRecords } from '../objects/notes.ts';
import { createProblemList } from '../plan/problem-list.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { checkNoteId, checkRecordIds } from './check-note.ts';
import { linkedIds } from './linked-ids.ts';
import { type AttemptedRequest, sendAllOrNone } from './send-all-or-none.ts';

/** How often it is looked again who is linked, while others unlink the same records. */
const ATTEMPTS = 3;

/** Looks for the links, and deletes those there are. */
export async function unlinkNote(
  id: string,
  recordIds: readonly string[],
  { transport, signal }: RequestOptions & { readonly transport: OrgTransport },
): Promise<UnlinkedRecords> {
  const problems = createProblemList();
  const noteId = checkNoteId(id, problems);
  const records = checkRecordIds(recordIds, problems);
  problems.throwIfAny();

  const meter = createCallMeter();
  let reads = 0;
  for (let attempt = 1; ; attempt += 1) {
    const { links, apiCalls } = await linkedIds(transport, { noteId, recordIds: records }, { signal });
    reads += apiCalls;
    try {
      if (links.size > 0) {
        await sendAllOrNone(
          transport,
          records.flatMap((record) => deletion(record, links.get(record))),
          { signal, meter },
        );
      }
      const outcomes = records.map((recordId) => ({
        recordId,
        outcome: links.has(recordId) ? ('unlinked' as const) : ('notLinked' as const),
      }));
      return { links: outcomes, apiCalls: meter.calls + reads };
    } catch (error) {
      if (!(error instanceof RecordNotFoundError) || attempt === ATTEMPTS) throw error;
    }
  }

  function deletion(recordId: string, linkId: string | undefined): readonly AttemptedRequest[] {
    if (linkId === undefined) return [];
    const index = records.indexOf(recordId);
    return [
      {
        referenceId: `link${index}`,
        method: 'DELETE',
        url: `/services/data/v${transport.apiVersion}/sobjects/ContentDocumentLink/${linkId}`,
        attempt: { verb: 'delete', object: 'ContentDocumentLink', recordId: linkId, path: `recordIds[${index}]` },
      },
    ];
  }
}
