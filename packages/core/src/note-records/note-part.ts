import { z } from 'zod';
import { queryPart, getPart } from '../reads/read-part.ts';
import { relatedRecordSchema } from '../reads/related-record.ts';
import { buildQuery } from '../soql/build-query.ts';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';

export const NOTE = 'ContentNote';

const noteSchema = z.object({
  Id: recordIdSchema,
  Title: z.string(),
  CreatedDate: dateTimeSchema,
  LastModifiedDate: dateTimeSchema,
  LatestPublishedVersionId: recordIdSchema,
});

const peopleSchema = z.object({
  Id: recordIdSchema,
  CreatedBy: relatedRecordSchema,
  LastModifiedBy: relatedRecordSchema,
});

/** A note as the org has it now, without its text; that there is none is the org's own refusal. */
export function notePart(id: string) {
  return getPart({
    path: `/sobjects/${NOTE}/${id}?fields=${Object.keys(noteSchema.shape).join(',')}`,
    answer: noteSchema,
    attempt: { verb: 'retrieve', object: NOTE, recordId: id },
  });
}

/** Who made the note and who changed it last, by name. */
export function peoplePart(id: string) {
  return queryPart({
    soql: buildQuery({
      select: ['Id', 'CreatedBy.Id', 'CreatedBy.Name', 'LastModifiedBy.Id', 'LastModifiedBy.Name'],
      from: NOTE,
      where: [{ field: 'Id', equals: id }],
    }),
    row: peopleSchema,
    object: NOTE,
  });
}
