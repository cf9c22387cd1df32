import { z } from 'zod';
import { linkedNotes } from '../reads/linked-notes.ts';
import { readComposite } from '../reads/read-composite.ts';
import { queryPart } from '../reads/read-part.ts';
import { buildQuery } from '../soql/build-query.ts';
import { recordIdSchema } from '../transport/answer-schemas.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** A note of insights and the version in which it was found. */
export interface FoundInsights {
  readonly noteId: string;
  readonly versionId: string;
}

const rowSchema = z.object({
  ContentDocumentId: recordIdSchema,
  ContentDocument: z.object({ Title: z.string(), LatestPublishedVersionId: recordIdSchema }),
});

/**
 * The contact's notes with exactly this title, the oldest first: so everybody takes the same one, should there be several.
 * Salesforce finds titles in other cases too.
 */
export async function findInsights(
  transport: OrgTransport,
  { contactId, title }: { contactId: string; title: string },
  options: RequestOptions,
): Promise<{ readonly notes: readonly FoundInsights[]; readonly apiCalls: number }> {
  const { object, lookup, where = [] } = linkedNotes;
  const part = queryPart({
    soql: buildQuery({
      select: ['ContentDocumentId', 'ContentDocument.Title', 'ContentDocument.LatestPublishedVersionId'],
      from: object,
      where: [{ field: lookup, equals: contactId }, ...where, { field: 'ContentDocument.Title', equals: title }],
      orderBy: ['ContentDocument.CreatedDate', 'ContentDocumentId'],
    }),
    row: rowSchema,
    object,
  });
  const { values, apiCalls } = await readComposite(transport, { notes: part }, options);
  const notes = values.notes.records
    .filter(({ ContentDocument }) => ContentDocument.Title === title)
    .map((row) => ({ noteId: row.ContentDocumentId, versionId: row.ContentDocument.LatestPublishedVersionId }));
  return { notes, apiCalls };
}
