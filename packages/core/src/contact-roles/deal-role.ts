import { z } from 'zod';
import type { QueryPage } from '../reads/query-page.ts';
import { queryPart, type ReadPart } from '../reads/read-part.ts';
import { buildQuery } from '../soql/build-query.ts';
import { recordIdSchema } from '../transport/answer-schemas.ts';

export const ROLE = 'OpportunityContactRole';

/** A contact in its role (OpportunityContactRole). */
export interface DealRole {
  /** Of the role, not of the contact. */
  readonly id: string;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly role: string | null;
  readonly isPrimary: boolean;
}

export const dealRoleRow = z
  .looseObject({
    Id: recordIdSchema,
    ContactId: recordIdSchema,
    Contact: z.looseObject({ Name: z.string().nullable() }).nullable(),
    Role: z.string().nullable(),
    IsPrimary: z.boolean(),
  })
  .transform((row): DealRole => ({
    id: row.Id,
    contactId: row.ContactId,
    contactName: row.Contact?.Name ?? null,
    role: row.Role,
    isPrimary: row.IsPrimary,
  }));

/** The roles of a deal, the primary one first. */
export function dealRolesPart(dealId: string): ReadPart<QueryPage<DealRole>> {
  return queryPart({
    soql: buildQuery({
      select: ['Id', 'ContactId', 'Contact.Name', 'Role', 'IsPrimary'],
      from: ROLE,
      where: [{ field: 'OpportunityId', equals: dealId }],
      orderBy: [{ field: 'IsPrimary', direction: 'descending' }, { field: 'CreatedDate' }, { field: 'Id' }],
    }),
    row: dealRoleRow,
    object: ROLE,
  });
}
