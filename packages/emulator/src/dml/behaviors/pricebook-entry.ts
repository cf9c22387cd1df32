import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { DmlContext } from '../dml-context.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { noStandardPrice, priceExists } from '../prices/price-errors.ts';
import type { StoredRecord } from '../stored-record.ts';

/**
 * A product has one price in a price book, and in a custom one only after the standard one. Source: Object Reference,
 * PricebookEntry; Salesforce Help, price books.
 */
export const pricebookEntry: ObjectBehavior = {
  object: 'PricebookEntry',
  beforeCreate(context, values) {
    const { Pricebook2Id, Product2Id } = values;
    if (typeof Pricebook2Id !== 'string' || typeof Product2Id !== 'string') return;
    if (entryOf(context, Pricebook2Id, Product2Id)) throw priceExists();
    const standard = standardPrice(context, Product2Id);
    if (isStandard(context, Pricebook2Id)) refuseItself(values);
    else if (!standard) throw noStandardPrice();
    if (values['UseStandardPrice'] === 1) values['UnitPrice'] = standard?.['UnitPrice'] ?? null;
    const product = context.org.records.find('Product2', Product2Id);
    values['Name'] = product?.['Name'] ?? null;
    values['ProductCode'] = product?.['ProductCode'] ?? null;
  },
  beforeUpdate(context, changes, record) {
    const entry = { ...record, ...changes };
    if (isStandard(context, String(record['Pricebook2Id']))) refuseItself(entry);
    else if (entry['UseStandardPrice'] === 1) {
      changes['UnitPrice'] = standardPrice(context, String(record['Product2Id']))?.['UnitPrice'] ?? null;
    }
  },
  afterUpdate(context, changes, record) {
    if (!('UnitPrice' in changes) || !isStandard(context, String(record['Pricebook2Id']))) return;
    context.org.statements
      .prepare('UPDATE "PricebookEntry" SET "UnitPrice" = ? WHERE "Product2Id" = ? AND "UseStandardPrice" = 1')
      .run(changes['UnitPrice'] ?? null, String(record['Product2Id']));
  },
  beforeDelete(context, record) {
    const used = context.org.statements
      .prepare('SELECT 1 FROM "OpportunityLineItem" WHERE "PricebookEntryId" = ? AND "IsDeleted" = 0')
      .get(String(record['Id']));
    if (used) throw new NotEmulatedError('deleting a PricebookEntry that opportunities use: the error is not known');
  },
};

/** The standard price is what `UseStandardPrice` refers to. */
function refuseItself({ UseStandardPrice }: StoredRecord): void {
  if (UseStandardPrice === 1) throw new NotEmulatedError('UseStandardPrice in the standard price book');
}

function isStandard({ org }: DmlContext, pricebookId: string): boolean {
  return org.records.find('Pricebook2', pricebookId)?.['IsStandard'] === 1;
}

function entryOf({ org }: DmlContext, pricebookId: string, productId: string): unknown {
  return org.statements
    .prepare('SELECT "Id" FROM "PricebookEntry" WHERE "Pricebook2Id" = ? AND "Product2Id" = ? AND "IsDeleted" = 0')
    .get(pricebookId, productId);
}

function standardPrice({ org }: DmlContext, productId: string): StoredRecord | undefined {
  const row = org.statements
    .prepare(
      `SELECT e."UnitPrice" AS "UnitPrice" FROM "PricebookEntry" e JOIN "Pricebook2" b ON b."Id" = e."Pricebook2Id"
       WHERE e."Product2Id" = ? AND b."IsStandard" = 1 AND e."IsDeleted" = 0`,
    )
    .get(productId);
  return row as StoredRecord | undefined;
}
