import { z } from 'zod';
import { recordIdSchema } from '../transport/answer-schemas.ts';
import { DEAL_SUMMARY_FIELDS, type DealSummary, dealSummaryRow } from './account-deals.ts';
import type { RelatedList } from './related-list.ts';

/** The part that a contact has in a deal. A value that the user may not see is undefined, one that is empty is null. */
export interface DealOfContact {
  /** Of the role (OpportunityContactRole). */
  readonly id: string;
  readonly role: string | null | undefined;
  readonly isPrimary: boolean | undefined;
  /** Null where the user may not see the deal. */
  readonly deal: DealSummary | null;
}

/** The latest first. Source: Object Reference, OpportunityContactRole. */
export const contactDeals: RelatedList<DealOfContact> = {
  object: 'OpportunityContactRole',
  relationship: 'OpportunityContactRoles',
  lookup: 'ContactId',
  fields: ['Id', 'Role', 'IsPrimary'],
  parent: { relationship: 'Opportunity', object: 'Opportunity', fields: DEAL_SUMMARY_FIELDS },
  orderBy: [{ field: 'CreatedDate', direction: 'descending' }, { field: 'Id' }],
  row: z
    .object({
      Id: recordIdSchema,
      Role: z.string().nullish(),
      IsPrimary: z.boolean().optional(),
      Opportunity: dealSummaryRow.nullish(),
    })
    .transform((row): DealOfContact => ({
      id: row.Id,
      role: row.Role,
      isPrimary: row.IsPrimary,
      deal: row.Opportunity ?? null,
    })),
};
