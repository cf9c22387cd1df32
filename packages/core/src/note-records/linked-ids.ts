import { z } from 'zod';
import { readComposite } from '../reads/read-composite.ts';
import { queryPart } from '../reads/read-part.ts';
import { buildQuery } from '../soql/build-query.ts';
import { recordIdSchema } from '../transport/answer-schemas.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';

const rowSchema = z.object({ Id: recordIdSchema, LinkedEntityId: recordIdSchema });

/** The links of a note to some records, by the records' ids. One API call. */
export async function linkedIds(
  transport: OrgTransport,
  { noteId, recordIds }: { noteId: string; recordIds: readonly string[] },
  options: RequestOptions,
): Promise<{ readonly links: ReadonlyMap<string, string>; readonly apiCalls: number }> {
  const soql = buildQuery({
    select: ['Id', 'LinkedEntityId'],
    from: 'ContentDocumentLink',
    where: [
      { field: 'ContentDocumentId', equals: noteId },
      { field: 'LinkedEntityId', in: recordIds },
    ],
  });
  const part = queryPart({ soql, row: rowSchema, object: 'ContentDocumentLink' });
  const { values, apiCalls } = await readComposite(transport, { links: part }, options);
  const links = new Map(values.links.records.map(({ Id, LinkedEntityId }) => [LinkedEntityId, Id]));
  return { links, apiCalls };
}
