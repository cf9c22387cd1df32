import { describe, expect, it } from 'vitest';
import { aDeal, createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { rows } from './rows.ts';

describe('prices', () => {
  it('come with the standard price first', async () => {
    await using rig = await createEmulatorRig();
    const product = await rig.create('Product2', { Name: 'Widget' });
    const pricebook = await rig.create('Pricebook2', { Name: 'Partners', IsActive: true });

    const { status, body } = await rig.call('POST', '/sobjects/PricebookEntry', {
      Product2Id: product,
      Pricebook2Id: pricebook,
      UnitPrice: 5,
    });

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        message: 'No standard price defined for this product',
        errorCode: 'STANDARD_PRICE_NOT_DEFINED',
        fields: [],
      },
    ]);
  });

  it('are one a product in a price book', async () => {
    await using rig = await createEmulatorRig();
    const { product, standard } = await aPricedProduct(rig);

    const { status, body } = await rig.call('POST', '/sobjects/PricebookEntry', {
      Product2Id: product,
      Pricebook2Id: standard,
      UnitPrice: 5,
    });

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        message: 'This price definition already exists in this price book',
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
        fields: [],
      },
    ]);
  });

  it('follow the standard price where they are told to, and the name of the product', async () => {
    await using rig = await createEmulatorRig();
    const { product, entry } = await aPricedProduct(rig);
    const pricebook = await rig.create('Pricebook2', { Name: 'Partners', IsActive: true });
    await rig.create('PricebookEntry', {
      Product2Id: product,
      Pricebook2Id: pricebook,
      UseStandardPrice: true,
      UnitPrice: 1,
    });

    await rig.call('PATCH', `/sobjects/PricebookEntry/${entry}`, { UnitPrice: 7 });
    await rig.call('PATCH', `/sobjects/Product2/${product}`, { Name: 'Gadget' });

    expect(await rows(rig, `SELECT UnitPrice, Name FROM PricebookEntry WHERE Pricebook2Id = '${pricebook}'`)).toEqual([
      { UnitPrice: 7, Name: 'Gadget' },
    ]);
  });
});

describe('products of an opportunity', () => {
  it('bring their price book and make its amount', async () => {
    await using rig = await createEmulatorRig();
    const { entry, standard, product } = await aPricedProduct(rig);
    const deal = await rig.create('Opportunity', aDeal({ Amount: 1 }));

    await rig.create('OpportunityLineItem', {
      OpportunityId: deal,
      PricebookEntryId: entry,
      Quantity: 3,
      UnitPrice: 10,
    });
    await rig.create('OpportunityLineItem', {
      OpportunityId: deal,
      PricebookEntryId: entry,
      Quantity: 4,
      TotalPrice: 20,
    });

    expect(
      await rows(rig, 'SELECT Amount, TotalOpportunityQuantity, HasOpportunityLineItem, Pricebook2Id FROM Opportunity'),
    ).toEqual([{ Amount: 50, TotalOpportunityQuantity: 7, HasOpportunityLineItem: true, Pricebook2Id: standard }]);
    expect(
      await rows(rig, 'SELECT Name, Product2Id, UnitPrice, TotalPrice, ListPrice FROM OpportunityLineItem ORDER BY Id'),
    ).toEqual([
      { Name: 'Acme renewal Widget', Product2Id: product, UnitPrice: 10, TotalPrice: 30, ListPrice: 12.5 },
      { Name: 'Acme renewal Widget', Product2Id: product, UnitPrice: 5, TotalPrice: 20, ListPrice: 12.5 },
    ]);
  });

  it('decide the amount: what a client writes is ignored', async () => {
    await using rig = await createEmulatorRig();
    const { entry } = await aPricedProduct(rig);
    const deal = await rig.create('Opportunity', aDeal());
    const item = await rig.create('OpportunityLineItem', {
      OpportunityId: deal,
      PricebookEntryId: entry,
      Quantity: 1,
      UnitPrice: 10,
    });

    const { status } = await rig.call('PATCH', `/sobjects/Opportunity/${deal}`, { Amount: 999, NextStep: 'sign' });
    await rig.call('PATCH', `/sobjects/OpportunityLineItem/${item}`, { Quantity: 2 });

    expect(status).toBe(204);
    expect(await rows(rig, 'SELECT Amount, NextStep, ExpectedRevenue FROM Opportunity')).toEqual([
      { Amount: 20, NextStep: 'sign', ExpectedRevenue: 2 },
    ]);
    expect(await rows(rig, 'SELECT Amount, PrevAmount FROM OpportunityHistory ORDER BY Id')).toEqual([
      { Amount: null, PrevAmount: null },
      { Amount: 10, PrevAmount: null },
      { Amount: 20, PrevAmount: 10 },
    ]);
  });

  it('are of its price book', async () => {
    await using rig = await createEmulatorRig();
    const { entry } = await aPricedProduct(rig);
    const other = await rig.create('Pricebook2', { Name: 'Partners', IsActive: true });
    const deal = await rig.create('Opportunity', aDeal({ Pricebook2Id: other }));

    const { status, body } = await rig.call('POST', '/sobjects/OpportunityLineItem', {
      OpportunityId: deal,
      PricebookEntryId: entry,
      Quantity: 1,
      UnitPrice: 1,
    });

    expect(status).toBe(400);
    expect(body).toMatchObject([
      {
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
        message: expect.stringContaining('different pricebook than the one assigned to the opportunity') as string,
      },
    ]);
  });
});

async function aPricedProduct(rig: EmulatorRig): Promise<{ product: string; standard: string; entry: string }> {
  const [pricebook] = await rows(rig, 'SELECT Id FROM Pricebook2 WHERE IsStandard = true');
  const standard = String(pricebook?.['Id']);
  const product = await rig.create('Product2', { Name: 'Widget', ProductCode: 'W-1', IsActive: true });
  const entry = await rig.create('PricebookEntry', {
    Product2Id: product,
    Pricebook2Id: standard,
    UnitPrice: 12.5,
    IsActive: true,
  });
  return { product, standard, entry };
}
