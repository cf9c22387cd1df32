import { z } from 'zod';
import { recordIdSchema } from '../transport/answer-schemas.ts';
import type { RelatedList } from './related-list.ts';
import { type RelatedRecord, relatedRecordSchema } from './related-record.ts';

/** A deal as a list shows it. A value that the user may not see is undefined, one that is empty is null. */
export interface DealSummary {
  readonly id: string;
  readonly name: string | null | undefined;
  /** API value of the stage. */
  readonly stage: string | null | undefined;
  readonly isClosed: boolean | undefined;
  readonly isWon: boolean | undefined;
  /** In the currency of the deal. */
  readonly amount: number | null | undefined;
  /** Percent. */
  readonly probability: number | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly closeDate: string | null | undefined;
  readonly owner: RelatedRecord | null | undefined;
}

/** Of Opportunity. */
export const DEAL_SUMMARY_FIELDS = [
  'Id',
  'Name',
  'StageName',
  'IsClosed',
  'IsWon',
  'Amount',
  'Probability',
  'CloseDate',
  'Owner.Id',
  'Owner.Name',
] as const;

const text = z.string().nullish();
const number = z.number().nullish();
const flag = z.boolean().optional();

export const dealSummaryRow = z
  .object({
    Id: recordIdSchema,
    Name: text,
    StageName: text,
    IsClosed: flag,
    IsWon: flag,
    Amount: number,
    Probability: number,
    CloseDate: text,
    Owner: relatedRecordSchema,
  })
  .transform((row): DealSummary => ({
    id: row.Id,
    name: row.Name,
    stage: row.StageName,
    isClosed: row.IsClosed,
    isWon: row.IsWon,
    amount: row.Amount,
    probability: row.Probability,
    closeDate: row.CloseDate,
    owner: row.Owner,
  }));

/** Open ones first, each by close date, the latest first. */
export const accountDeals: RelatedList<DealSummary> = {
  object: 'Opportunity',
  relationship: 'Opportunities',
  lookup: 'AccountId',
  fields: DEAL_SUMMARY_FIELDS,
  row: dealSummaryRow,
  orderBy: [{ field: 'IsClosed' }, { field: 'CloseDate', direction: 'descending' }, { field: 'Id' }],
};
