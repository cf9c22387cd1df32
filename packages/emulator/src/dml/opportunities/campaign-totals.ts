import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord } from '../stored-record.ts';

/** How many opportunities a campaign led to, and what they are worth. Source: Object Reference, Campaign. */
export function refreshCampaigns({ org }: DmlContext, ...campaignIds: readonly unknown[]): void {
  for (const id of new Set(campaignIds)) {
    if (typeof id !== 'string') continue;
    const totals = org.statements
      .prepare(
        `SELECT count(*) AS "NumberOfOpportunities", coalesce(sum("IsWon"), 0) AS "NumberOfWonOpportunities",
           coalesce(sum("Amount"), 0) AS "AmountAllOpportunities",
           coalesce(sum(CASE WHEN "IsWon" = 1 THEN "Amount" END), 0) AS "AmountWonOpportunities"
         FROM "Opportunity" WHERE "CampaignId" = ? AND "IsDeleted" = 0`,
      )
      .get(id);
    if (totals) org.records.update('Campaign', id, totals as StoredRecord);
  }
}
