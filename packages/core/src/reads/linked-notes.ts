import { z } from 'zod';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import type { RelatedList } from './related-list.ts';
import { type RelatedRecord, relatedRecordSchema } from './related-record.ts';

/** A note that is linked to a record, without its text: that is `notes.read(id)`. */
export interface LinkedNote {
  /** 18 characters, of the note (ContentNote). */
  readonly id: string;
  readonly title: string;
  /** The beginning of its text, at most 255 characters. */
  readonly preview: string | null | undefined;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** ISO 8601, UTC. */
  readonly lastModifiedAt: string;
  readonly author: RelatedRecord | null | undefined;
  readonly link: LinkAccess;
}

/** How a record shows a note: one ContentDocumentLink. */
export interface LinkAccess {
  /** 18 characters, of the ContentDocumentLink. */
  readonly id: string;
  /** `V`: who sees the record may see the note; `C`: they may change it; `I`: as they may see or change the record. */
  readonly shareType: string;
  /** `AllUsers`, or `InternalUsers` or `SharedUsers` where people outside the company see the record too. */
  readonly visibility: string;
}

/** The fields of a link by itself. */
export const LINK_FIELDS = ['Id', 'ShareType', 'Visibility'] as const;

export const linkAccessShape = { Id: recordIdSchema, ShareType: z.string(), Visibility: z.string() };

export function toLinkAccess(row: z.infer<z.ZodObject<typeof linkAccessShape>>): LinkAccess {
  return { id: row.Id, shareType: row.ShareType, visibility: row.Visibility };
}

/** A query from a record finds its notes by way of their links, and files among them. Source: Object Reference, ContentDocumentLink. */
export const linkedNotes: RelatedList<LinkedNote> = {
  object: 'ContentDocumentLink',
  relationship: 'ContentDocumentLinks',
  lookup: 'LinkedEntityId',
  fields: [
    ...LINK_FIELDS,
    'ContentDocumentId',
    'ContentDocument.Title',
    'ContentDocument.CreatedDate',
    'ContentDocument.LastModifiedDate',
    'ContentDocument.CreatedBy.Id',
    'ContentDocument.CreatedBy.Name',
    'ContentDocument.LatestPublishedVersion.TextPreview',
  ],
  where: [{ field: 'ContentDocument.FileType', equals: 'SNOTE' }],
  orderBy: [{ field: 'ContentDocument.LastModifiedDate', direction: 'descending' }, { field: 'ContentDocumentId' }],
  row: z
    .object({
      ...linkAccessShape,
      ContentDocumentId: recordIdSchema,
      ContentDocument: z.object({
        Title: z.string(),
        CreatedDate: dateTimeSchema,
        LastModifiedDate: dateTimeSchema,
        CreatedBy: relatedRecordSchema,
        LatestPublishedVersion: z.object({ TextPreview: z.string().nullish() }).nullish(),
      }),
    })
    .transform(({ ContentDocumentId, ContentDocument: note, ...link }): LinkedNote => ({
      id: ContentDocumentId,
      title: note.Title,
      preview: note.LatestPublishedVersion === null ? null : note.LatestPublishedVersion?.TextPreview,
      createdAt: note.CreatedDate,
      lastModifiedAt: note.LastModifiedDate,
      author: note.CreatedBy,
      link: toLinkAccess(link),
    })),
};
