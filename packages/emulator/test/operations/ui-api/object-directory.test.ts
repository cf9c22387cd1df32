import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

it('GET /ui-api/object-info lists the objects that UI API has', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });

  const { body } = await rig.call('GET', '/ui-api/object-info');

  const { objects } = body as { objects: Record<string, unknown> };
  expect(objects['Contact']).toEqual({
    apiName: 'Contact',
    keyPrefix: '003',
    label: 'Contact',
    labelPlural: 'Contacts',
    nameFields: ['FirstName', 'LastName', 'Name'],
    objectInfoUrl: '/services/data/v66.0/ui-api/object-info/Contact',
  });
  expect(Object.keys(objects)).toContain('Region__c');
  expect(Object.keys(objects)).not.toContain('Profile');
});
