import { z } from 'zod';
import { LINK_FIELDS, linkAccessShape, toLinkAccess } from '../reads/linked-notes.ts';
import { queryPart } from '../reads/read-part.ts';
import { buildQuery } from '../soql/build-query.ts';
import { recordIdSchema } from '../transport/answer-schemas.ts';
import type { NoteLink } from './note.ts';

const LINK = 'ContentDocumentLink';

/** What a link leads to is of any object. Salesforce names it, and answers null where this user may not see it. */
const linkSchema = z
  .object({
    ...linkAccessShape,
    LinkedEntityId: recordIdSchema,
    LinkedEntity: z.object({ Type: z.string().nullish(), Name: z.string().nullish() }).nullish(),
  })
  .transform(({ LinkedEntityId, LinkedEntity, ...link }): NoteLink => ({
    ...toLinkAccess(link),
    record: { id: LinkedEntityId, object: LinkedEntity?.Type ?? undefined, name: LinkedEntity?.Name ?? null },
    isVisible: LinkedEntity !== null && LinkedEntity !== undefined,
  }));

/** What the note is linked to. A query by the note finds all of it; its order is that of the links' ids. */
export function linksPart(noteId: string, limit?: number) {
  return queryPart({
    soql: buildQuery({
      select: [...LINK_FIELDS, 'LinkedEntityId', 'LinkedEntity.Type', 'LinkedEntity.Name'],
      from: LINK,
      where: [{ field: 'ContentDocumentId', equals: noteId }],
      orderBy: 'Id',
      ...(limit === undefined ? {} : { limit }),
    }),
    row: linkSchema,
    object: LINK,
  });
}
