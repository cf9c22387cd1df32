import type { ObjectBehavior } from '../object-behavior.ts';

/** Price book entries and line items show the product's name and code. Source: Object Reference, PricebookEntry. */
export const product2: ObjectBehavior = {
  object: 'Product2',
  afterUpdate({ org }, changes, record) {
    const shown = ['Name', 'ProductCode'].filter((name) => name in changes);
    if (shown.length === 0) return;
    const object = org.schema.object('PricebookEntry');
    const values = Object.fromEntries(shown.map((name) => [name, changes[name] ?? null]));
    for (const entry of object ? org.records.findBy(object, 'Product2Id', String(record['Id'])) : []) {
      org.records.update('PricebookEntry', String(entry['Id']), values);
    }
  },
};
