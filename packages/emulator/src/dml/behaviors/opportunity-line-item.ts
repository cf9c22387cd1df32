import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { DmlContext } from '../dml-context.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { lineItemPrices } from '../prices/line-item-prices.ts';
import { refreshOpportunity } from '../prices/line-item-totals.ts';
import { otherPricebook } from '../prices/price-errors.ts';
import type { StoredRecord } from '../stored-record.ts';

/**
 * A product on an opportunity, at a price of the opportunity's price book; the first one brings its price book with it.
 * Source: Object Reference, OpportunityLineItem and Opportunity (`HasOpportunityLineItem`).
 */
export const opportunityLineItem: ObjectBehavior = {
  object: 'OpportunityLineItem',
  beforeCreate(context, values) {
    if (typeof values['OpportunityId'] !== 'string') return;
    const opportunity = context.org.records.find('Opportunity', values['OpportunityId']);
    const entry = priceOf(context, values, opportunity?.['Pricebook2Id']);
    if (!opportunity || !entry) return;
    if (opportunity['Pricebook2Id'] === null) takePricebook(context, opportunity, entry['Pricebook2Id']);
    else if (opportunity['Pricebook2Id'] !== entry['Pricebook2Id']) throw otherPricebook();
    Object.assign(values, {
      PricebookEntryId: entry['Id'] ?? null,
      Product2Id: entry['Product2Id'] ?? null,
      ProductCode: entry['ProductCode'] ?? null,
      ListPrice: entry['UnitPrice'] ?? null,
      Name: `${String(opportunity['Name'])} ${String(entry['Name'])}`.slice(0, 376),
      ...lineItemPrices(values, values),
    });
  },
  afterCreate(context, record) {
    refreshOpportunity(context, String(record['OpportunityId']));
  },
  beforeUpdate(_, changes, record) {
    Object.assign(changes, lineItemPrices({ ...record, ...changes }, changes));
  },
  afterUpdate(context, _, record) {
    refreshOpportunity(context, String(record['OpportunityId']));
  },
  afterDelete(context, record) {
    refreshOpportunity(context, String(record['OpportunityId']));
  },
};

/** The entry that was given, or that of the product in the opportunity's price book. */
function priceOf({ org }: DmlContext, values: StoredRecord, pricebookId: unknown): StoredRecord | undefined {
  if (typeof values['PricebookEntryId'] === 'string')
    return org.records.find('PricebookEntry', values['PricebookEntryId']);
  const entry =
    typeof values['Product2Id'] === 'string' && typeof pricebookId === 'string'
      ? org.statements
          .prepare('SELECT * FROM "PricebookEntry" WHERE "Product2Id" = ? AND "Pricebook2Id" = ? AND "IsDeleted" = 0')
          .get(values['Product2Id'], pricebookId)
      : undefined;
  if (!entry) throw new NotEmulatedError('an OpportunityLineItem without a PricebookEntry: the error is not known');
  return entry as StoredRecord;
}

function takePricebook(
  { org }: DmlContext,
  opportunity: StoredRecord,
  pricebookId: StoredRecord[string] | undefined,
): void {
  const pricebook = org.records.find('Pricebook2', String(pricebookId));
  if (pricebook?.['IsActive'] !== 1) {
    throw new NotEmulatedError('a product of an inactive price book: the error is not known');
  }
  org.records.update('Opportunity', String(opportunity['Id']), { Pricebook2Id: pricebookId ?? null });
}
