import { expect, it } from 'vitest';
import { createEmulatorRig } from '../emulator-rig.ts';
import { deployFiles } from '../metadata/deploy-files.ts';

const lookup = (more: string): Record<string, string> => ({
  'objects/Contact/fields/Sponsor__c.field-meta.xml': `<CustomField><fullName>Sponsor__c</fullName><label>Sponsor</label>${more}
    <deleteConstraint>Restrict</deleteConstraint><referenceTo>Account</referenceTo><relationshipName>Sponsored</relationshipName><type>Lookup</type></CustomField>`,
});

it('asks for a look-up that must have a value, on create and on update', async () => {
  await using rig = await createEmulatorRig();
  deployFiles(rig, lookup('<required>true</required>'));
  const account = await rig.create('Account', { Name: 'Acme' });

  const missing = await rig.call('POST', '/sobjects/Contact', { LastName: 'Lee' });
  const id = await rig.create('Contact', { LastName: 'Lee', Sponsor__c: account });
  const emptied = await rig.call('PATCH', `/sobjects/Contact/${id}`, { Sponsor__c: null });

  const refused = [
    {
      message: 'Required fields are missing: [Sponsor__c]',
      errorCode: 'REQUIRED_FIELD_MISSING',
      fields: ['Sponsor__c'],
    },
  ];
  expect([missing.status, missing.body]).toEqual([400, refused]);
  expect([emptied.status, emptied.body]).toEqual([400, refused]);
});

it('refuses a look-up filter by its name', async () => {
  await using rig = await createEmulatorRig();

  const deploy = (): void => deployFiles(rig, lookup('<lookupFilter><active>true</active></lookupFilter>'));

  expect(deploy).toThrow('lookupFilter');
});
