import type { DmlContext } from '../dml-context.ts';
import { changeRecord } from '../update-record.ts';

/**
 * An opportunity with products: its amount is the sum of their prices, its quantity that of theirs. Source: Object
 * Reference, Opportunity. What is left in both when the last product goes is not known: they are kept.
 */
export function refreshOpportunity(context: DmlContext, opportunityId: string): void {
  const { org } = context;
  const object = org.schema.object('Opportunity');
  const opportunity = org.records.find('Opportunity', opportunityId);
  if (!object || !opportunity || opportunity['IsDeleted'] === 1) return;
  const totals = org.statements
    .prepare(
      `SELECT count(*) AS items, sum("TotalPrice") AS amount, sum("Quantity") AS quantity
       FROM "OpportunityLineItem" WHERE "OpportunityId" = ? AND "IsDeleted" = 0`,
    )
    .get(opportunityId);
  const hasItems = Number(totals?.['items']) > 0;
  org.records.update('Opportunity', opportunityId, { HasOpportunityLineItem: Number(hasItems) });
  if (!hasItems) return;
  // As before the products were there, so that the new amount is not ignored.
  changeRecord(
    context,
    object,
    { ...opportunity, HasOpportunityLineItem: 0 },
    {
      Amount: Number(totals?.['amount']),
      TotalOpportunityQuantity: Number(totals?.['quantity']),
    },
  );
}
