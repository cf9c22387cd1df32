import { z } from 'zod';
import { getPart, queryPart } from '../reads/read-part.ts';
import { relatedRecordSchema } from '../reads/related-record.ts';
import { buildQuery } from '../soql/build-query.ts';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import type { NoteVersion } from './note.ts';

const VERSION = 'ContentVersion';

const numberSchema = z.string().regex(/^\d+$/, 'expected a number').transform(Number);

const versionSchema = z
  .object({
    Id: recordIdSchema,
    VersionNumber: numberSchema,
    CreatedDate: dateTimeSchema,
    CreatedBy: relatedRecordSchema,
    ContentSize: z.number().int(),
  })
  .transform((row): NoteVersion => ({
    id: row.Id,
    number: row.VersionNumber,
    createdAt: row.CreatedDate,
    author: row.CreatedBy,
    bytes: row.ContentSize,
  }));

/** The note's versions, newest first. Version numbers are text to Salesforce, so they are no order. */
export function versionsPart(noteId: string, limit?: number) {
  return queryPart({
    soql: buildQuery({
      select: ['Id', 'VersionNumber', 'CreatedDate', 'CreatedBy.Id', 'CreatedBy.Name', 'ContentSize'],
      from: VERSION,
      where: [{ field: 'ContentDocumentId', equals: noteId }],
      orderBy: [
        { field: 'CreatedDate', direction: 'descending' },
        { field: 'Id', direction: 'descending' },
      ],
      ...(limit === undefined ? {} : { limit }),
    }),
    row: versionSchema,
    object: VERSION,
  });
}

const latestSchema = z.object({ Id: recordIdSchema, VersionNumber: numberSchema, Checksum: z.string().nullish() });

/** The latest version of the note that the part `note` of the same composite reads; `Checksum` is the MD5 of its bytes. */
export const latestVersionPart = getPart({
  path: `/sobjects/${VERSION}/@{note.LatestPublishedVersionId}?fields=${Object.keys(latestSchema.shape).join(',')}`,
  answer: latestSchema,
  attempt: { verb: 'retrieve', object: VERSION },
});
