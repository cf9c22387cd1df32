import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

it('deletes the record with that external id, once', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  await rig.create('Region__c', { Code__c: 'EMEA' });

  const first = await rig.call('DELETE', '/sobjects/Region__c/Code__c/EMEA');
  const second = await rig.call('DELETE', '/sobjects/Region__c/Code__c/EMEA');

  expect([first.status, second.status]).toEqual([204, 404]);
  expect(rig.emulator.count('Region__c')).toBe(0);
});
