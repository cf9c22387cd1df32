import { z } from 'zod';
import { dealRolesPart } from '../contact-roles/deal-role.ts';
import { listSchema } from '../reads/query-page.ts';
import { getPart, ifVisible, queryPart } from '../reads/read-part.ts';
import { buildQuery } from '../soql/build-query.ts';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import type { DealNote, DealParent, DealProduct } from './deal-details.ts';
import type { StageRow } from './time-in-stages.ts';

const recordSchema = z.looseObject({
  Id: recordIdSchema,
  StageName: z.string(),
  CloseDate: z.string(),
  Amount: z.number().nullish(),
  RecordTypeId: recordIdSchema.nullish(),
});

const parentSchema = z
  .looseObject({ Id: recordIdSchema, Name: z.string() })
  .transform(({ Id, Name }): DealParent => ({ id: Id, name: Name }));

const productSchema = z
  .looseObject({
    Id: recordIdSchema,
    Name: z.string().nullish(),
    Product2Id: recordIdSchema.nullish(),
    Quantity: z.number().nullish(),
    UnitPrice: z.number().nullish(),
    TotalPrice: z.number().nullish(),
  })
  .transform((row): DealProduct => ({
    id: row.Id,
    name: row.Name,
    productId: row.Product2Id,
    quantity: row.Quantity,
    unitPrice: row.UnitPrice,
    totalPrice: row.TotalPrice,
  }));

const historySchema = z
  .looseObject({ Id: recordIdSchema, StageName: z.string(), CreatedDate: dateTimeSchema })
  .transform((row): StageRow => ({ id: row.Id, stage: row.StageName, at: row.CreatedDate }));

const noteSchema = z
  .looseObject({
    ContentDocumentId: recordIdSchema,
    ContentDocument: z.looseObject({ Title: z.string(), LastModifiedDate: dateTimeSchema }),
  })
  .transform(({ ContentDocumentId, ContentDocument }): DealNote => ({
    id: ContentDocumentId,
    title: ContentDocument.Title,
    lastModifiedAt: ContentDocument.LastModifiedDate,
  }));

/**
 * What belongs to a deal. The record, its parents and its products are asked for without naming fields that may be hidden,
 * since a query that names one is refused as a whole. Source: REST API guide, sObject Relationships.
 */
export function dealParts(id: string) {
  const path = `/sobjects/Opportunity/${id}`;
  const ofDeal = { field: 'OpportunityId', equals: id };
  return {
    record: getPart({
      path,
      answer: recordSchema,
      attempt: { verb: 'retrieve', object: 'Opportunity', recordId: id },
    }),
    account: ifVisible(
      getPart({
        path: `${path}/Account?fields=Id,Name`,
        answer: parentSchema,
        attempt: { verb: 'retrieve', object: 'Account' },
      }),
    ),
    owner: ifVisible(
      getPart({
        path: `${path}/Owner?fields=Id,Name`,
        answer: parentSchema,
        attempt: { verb: 'retrieve', object: 'User' },
      }),
    ),
    products: ifVisible(
      getPart({
        path: `${path}/OpportunityLineItems`,
        answer: listSchema(productSchema),
        attempt: { verb: 'query', object: 'OpportunityLineItem' },
      }),
    ),
    roles: ifVisible(dealRolesPart(id)),
    history: ifVisible(
      queryPart({
        soql: buildQuery({
          select: ['Id', 'StageName', 'CreatedDate'],
          from: 'OpportunityHistory',
          where: [ofDeal],
        }),
        row: historySchema,
        object: 'OpportunityHistory',
      }),
    ),
    notes: ifVisible(
      queryPart({
        soql: buildQuery({
          select: ['ContentDocumentId', 'ContentDocument.Title', 'ContentDocument.LastModifiedDate'],
          from: 'ContentDocumentLink',
          where: [
            { field: 'LinkedEntityId', equals: id },
            { field: 'ContentDocument.FileType', equals: 'SNOTE' },
          ],
        }),
        row: noteSchema,
        object: 'ContentDocumentLink',
      }),
    ),
  };
}
