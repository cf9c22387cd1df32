import { expect, it } from 'vitest';
import { base64 } from '../emulator-rig.ts';
import { createAccessRig, type AccessRig, type Caller } from './access-rig.ts';

const then = '2020-02-03T04:05:06.000+0000';

/** Somebody with all permissions of an administrator, and the one to set audit fields. */
async function aMigrator(rig: AccessRig): Promise<Caller> {
  const id = await rig.create('PermissionSet', {
    Name: 'Migration',
    Label: 'Migration',
    PermissionsCreateAuditFields: true,
  });
  const user = rig.user({ profile: 'System Administrator' });
  await rig.create('PermissionSetAssignment', { PermissionSetId: id, AssigneeId: user.userId });
  return user;
}

it('are set by who may, in new records', async () => {
  await using rig = await createAccessRig();
  const user = await aMigrator(rig);
  const values = { CreatedDate: then, CreatedById: rig.emulator.admin.userId, LastModifiedDate: then };

  for (const [object, name] of [
    ['Account', { Name: 'Acme' }],
    ['Region__c', { Name: 'North', Code__c: 'N' }],
  ] as const) {
    const { status, body } = await user.call('POST', `/sobjects/${object}`, { ...name, ...values });

    expect(status).toBe(201);
    const { id } = body as { id: string };
    const fields = Object.keys(values).join(',');
    expect((await rig.call('GET', `/sobjects/${object}/${id}?fields=${fields}`)).body).toMatchObject(values);
    expect((await user.call('PATCH', `/sobjects/${object}/${id}`, { CreatedDate: then })).body).toMatchObject([
      { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['CreatedDate'] },
    ]);
  }
});

it('are shown as createable to who may set them', async () => {
  await using rig = await createAccessRig();
  const user = await aMigrator(rig);
  const createable = async (caller: Pick<Caller, 'call'>, object: string) => {
    const { body } = await caller.call('GET', `/sobjects/${object}/describe`);
    const { fields } = body as { fields: { name: string; createable: boolean }[] };
    return fields.find(({ name }) => name === 'CreatedDate')?.createable;
  };

  expect(await createable(user, 'Account')).toBe(true);
  expect(await createable(user, 'Product2')).toBe(false);
  expect(await createable(rig, 'Account')).toBe(false);
});

it('are not set by others, nor where it is not known what becomes of them', async () => {
  await using rig = await createAccessRig();
  const user = await aMigrator(rig);
  const note = { Title: 'Call', Content: base64('<p>x</p>'), CreatedDate: then };
  const future = new Date(Date.now() + 3_600_000).toISOString();

  expect((await rig.call('POST', '/sobjects/Account', { Name: 'Acme', CreatedDate: then })).body).toMatchObject([
    { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['CreatedDate'] },
  ]);
  expect((await user.call('POST', '/sobjects/ContentNote', note)).status).toBe(501);
  expect((await user.call('POST', '/sobjects/Account', { Name: 'Acme', CreatedDate: future })).status).toBe(501);
  expect(rig.emulator.count('ContentNote') + rig.emulator.count('Account')).toBe(0);
});
