import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata, type Answer, type EmulatorRig } from '../../emulator-rig.ts';

const account = (fields: object): object => ({ attributes: { type: 'Account' }, ...fields });

function upsert(rig: EmulatorRig, records: readonly object[], more: object = {}): Promise<Answer> {
  return rig.call('PATCH', '/composite/sobjects/Account/Source_Key__c', { records, ...more });
}

it('creates or updates each record by its external id', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const known = await rig.create('Account', { Name: 'Old', Source_Key__c: 'k1' });

  const { status, body } = await upsert(rig, [
    account({ Name: 'New', source_key__c: 'k1' }),
    account({ Name: 'Other', Source_Key__c: 'k2' }),
    { Source_Key__c: 'k3', attributes: { type: 'Account' }, Name: 'Third' },
    account({ Source_Key__c: 'k4' }),
  ]);

  expect(status).toBe(200);
  expect(body).toMatchObject([
    { id: known, success: true, errors: [], created: false },
    { success: true, created: true },
    { success: true, created: true },
    { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }], created: false },
  ]);
  expect(rig.emulator.records('Account').map(({ Name }) => Name)).toEqual(['New', 'Other', 'Third']);
});

it('writes none of the records that share a key, nor where several have it already', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  await rig.create('Account', { Name: 'A', Source_Key__c: 'k' });
  await rig.create('Account', { Name: 'B', Source_Key__c: 'k' });

  const { body } = await upsert(rig, [
    account({ Name: 'x', Source_Key__c: 'same' }),
    account({ Name: 'y', Source_Key__c: 'SAME' }),
    account({ Name: 'z', Source_Key__c: 'k' }),
  ]);

  expect(body).toMatchObject([
    { errors: [{ statusCode: 'DUPLICATE_VALUE', message: 'Duplicate external id specified: same' }] },
    { errors: [{ statusCode: 'DUPLICATE_VALUE' }] },
    { errors: [{ statusCode: 'DUPLICATE_EXTERNAL_ID' }] },
  ]);
  expect(rig.emulator.records('Account').map(({ Name }) => Name)).toEqual(['A', 'B']);
});

it('undoes all when all or none is asked for, and refuses a field that is no external id', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });

  const { body } = await upsert(rig, [account({ Name: 'x', Source_Key__c: 'a' }), account({ Source_Key__c: 'b' })], {
    allOrNone: true,
  });
  const bad = await rig.call('PATCH', '/composite/sobjects/Account/Phone', { records: [account({ Phone: '1' })] });

  expect(body).toMatchObject([{ errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] }, { success: false }]);
  expect(rig.emulator.count('Account')).toBe(0);
  expect(bad.status).toBe(404);
});
