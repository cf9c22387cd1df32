import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('GET /ui-api/object-info/{object}/picklist-values/{recordTypeId} gives every picklist, as it is given by itself', async () => {
  await using rig = await createEmulatorRig();
  const path = '/ui-api/object-info/Contact/picklist-values/012000000000000AAA';

  const all = await rig.call('GET', path);
  const one = await rig.call('GET', `${path}/LeadSource`);

  const { picklistFieldValues } = all.body as { picklistFieldValues: Record<string, unknown> };
  expect(Object.keys(picklistFieldValues)).toEqual(
    expect.arrayContaining(['CleanStatus', 'LeadSource', 'MailingGeocodeAccuracy', 'Salutation']),
  );
  expect(picklistFieldValues['LeadSource']).toEqual(one.body);
  expect(Object.keys(picklistFieldValues)).not.toContain('LastName');
});
