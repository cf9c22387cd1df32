import type { NotesOfOptions, NotesOfRecord } from '../objects/notes.ts';
import { createReadCheck } from '../reads/check-read.ts';
import { linkedNotes } from '../reads/linked-notes.ts';
import { readComposite } from '../reads/read-composite.ts';
import { queryPart } from '../reads/read-part.ts';
import { toSection } from '../reads/section.ts';
import { buildQuery, type Condition } from '../soql/build-query.ts';
import type { OrgTransport } from '../transport/org-transport.ts';

/** A query by the record finds its notes, and its files too, so these are left out. */
export async function notesOf(
  recordId: string,
  { limit = 50, signal }: NotesOfOptions,
  transport: OrgTransport,
): Promise<NotesOfRecord> {
  const check = createReadCheck(ANY_OBJECT);
  const id = check.id(recordId, 'recordId');
  check.limit(limit, 'limit');
  check.throwIfAny();
  const { values, apiCalls } = await readComposite(transport, { notes: notesPart(id, limit + 1) }, { signal });
  const section = toSection(values.notes.records, { limit, transport, rest: () => notesPart(id) });
  return { ...section, apiCalls };
}

/** Records of all objects can have notes. */
const ANY_OBJECT = 'records';

/** The notes of a record, or those of them that are like `further`. */
export function notesPart(recordId: string, limit?: number, further: readonly Condition[] = []) {
  const { object, lookup, fields, where = [], orderBy, row } = linkedNotes;
  return queryPart({
    soql: buildQuery({
      select: fields,
      from: object,
      where: [{ field: lookup, equals: recordId }, ...where, ...further],
      orderBy,
      ...(limit === undefined ? {} : { limit }),
    }),
    row,
    object,
  });
}
