import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

it('finds a record by its external id, whatever its case', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const id = await rig.create('Region__c', { Code__c: 'EMEA' });

  const { status, body } = await rig.call('GET', '/sobjects/Region__c/code__c/emea?fields=Code__c');

  expect(status).toBe(200);
  expect(body).toMatchObject({ Code__c: 'EMEA', Id: id });
});

it('answers 404 for none, and 300 for several', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  await rig.create('Account', { Name: 'A', Source_Key__c: 'k' });
  await rig.create('Account', { Name: 'B', Source_Key__c: 'k' });

  const none = await rig.call('GET', '/sobjects/Account/Source_Key__c/z');
  const several = await rig.call('GET', '/sobjects/Account/Source_Key__c/k');

  expect([none.status, several.status]).toEqual([404, 300]);
});
