import { describe, expect, it } from 'vitest';
import { createAccessRig, type AccessRig } from './access-rig.ts';

const minimal = { Label: 'Reads accounts', Name: 'Reads_accounts' };

/** A permission set that is assigned to a new user. */
async function aUserWith(rig: AccessRig, values: object = {}) {
  const user = rig.user();
  const PermissionSetId = await rig.create('PermissionSet', { ...minimal, ...values });
  await rig.create('PermissionSetAssignment', { AssigneeId: user.userId, PermissionSetId });
  return { user, ParentId: PermissionSetId };
}

function query(rig: AccessRig, soql: string) {
  return rig.call('GET', `/query?q=${encodeURIComponent(soql)}`);
}

describe('permissions that are written through the API', () => {
  it('take effect at once, and stop when they are taken away', async () => {
    await using rig = await createAccessRig();
    await rig.create('Account', { Name: 'Acme', Industry: 'Energy' });
    const { user, ParentId } = await aUserWith(rig);

    const none = await user.query('SELECT Name FROM Account');
    const object = await rig.create('ObjectPermissions', { ParentId, SobjectType: 'Account', PermissionsRead: true });
    const readable = await user.query('SELECT Name FROM Account');
    const hidden = await user.query('SELECT Industry FROM Account');
    await rig.create('FieldPermissions', {
      ParentId,
      SobjectType: 'Account',
      Field: 'Account.Industry',
      PermissionsRead: true,
    });
    const shown = await user.query('SELECT Industry FROM Account');
    await rig.call('DELETE', `/sobjects/ObjectPermissions/${object}`);
    const gone = await user.query('SELECT Name FROM Account');

    expect(none.body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
    expect(readable.body).toMatchObject({ records: [{ Name: 'Acme' }] });
    expect(hidden.body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
    expect(shown.body).toMatchObject({ records: [{ Industry: 'Energy' }] });
    expect(gone.body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  });

  it('give user permissions', async () => {
    await using rig = await createAccessRig();
    const user = rig.user({ profile: 'Minimum Access - Salesforce' });
    const set = { ...minimal, PermissionsApiEnabled: true };
    const PermissionSetId = await rig.create('PermissionSet', set);

    const before = await user.call('GET', '/sobjects');
    await rig.create('PermissionSetAssignment', { AssigneeId: user.userId, PermissionSetId });
    const after = await user.call('GET', '/sobjects');
    await rig.call('PATCH', `/sobjects/PermissionSet/${PermissionSetId}`, { PermissionsApiEnabled: false });
    const again = await user.call('GET', '/sobjects');

    expect([before.status, after.status, again.status]).toEqual([403, 200, 403]);
  });

  it.each([
    [{ PermissionsEdit: true }, 'Permission Edit Account depends on permission(s): Read Account'],
    [{ PermissionsCreate: true }, 'Permission Create Account depends on permission(s): Read Account'],
    [
      { PermissionsRead: true, PermissionsDelete: true },
      'Permission Delete Account depends on permission(s): Edit Account',
    ],
    [
      { PermissionsRead: true, PermissionsEdit: true, PermissionsModifyAllRecords: true },
      'Permission Modify All Account depends on permission(s): Delete Account, View All Account',
    ],
  ])('are refused where they need others: %o', async (permissions, message) => {
    await using rig = await createAccessRig();
    const ParentId = await rig.create('PermissionSet', minimal);

    const { status, body } = await rig.call('POST', '/sobjects/ObjectPermissions', {
      ParentId,
      SobjectType: 'Account',
      ...permissions,
    });

    expect(status).toBe(400);
    expect(body).toEqual([{ message, errorCode: 'FIELD_INTEGRITY_EXCEPTION', fields: [] }]);
  });

  it.each([
    ['ObjectPermissions', { SobjectType: 'Nothing__c', PermissionsRead: true }, 'Sobject Type Name', 'Nothing__c'],
    [
      'ObjectPermissions',
      { SobjectType: 'OpportunityContactRole', PermissionsRead: true },
      'Sobject Type Name',
      'OpportunityContactRole',
    ],
    [
      'FieldPermissions',
      { SobjectType: 'Account', Field: 'Account.Name', PermissionsRead: true },
      'Field Name',
      'Account.Name',
    ],
  ])('are refused for what has none of its own: %s %o', async (object, values, label, name) => {
    await using rig = await createAccessRig();
    const ParentId = await rig.create('PermissionSet', minimal);

    const { status, body } = await rig.call('POST', `/sobjects/${object}`, { ParentId, ...values });

    expect(status).toBe(400);
    expect(body).toMatchObject([
      {
        errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        message: `${label}: bad value for restricted picklist field: ${name}`,
      },
    ]);
  });

  it('leave no row that allows nothing', async () => {
    await using rig = await createAccessRig();
    const ParentId = await rig.create('PermissionSet', minimal);
    const object = await rig.create('ObjectPermissions', { ParentId, SobjectType: 'Account', PermissionsRead: true });
    const field = await rig.create('FieldPermissions', {
      ParentId,
      SobjectType: 'Contact',
      Field: 'Contact.Account',
      PermissionsRead: true,
      PermissionsEdit: true,
    });

    const named = await query(rig, `SELECT Field FROM FieldPermissions WHERE Id = '${field}'`);
    const edit = await rig.call('PATCH', `/sobjects/FieldPermissions/${field}`, { PermissionsRead: false });
    await rig.call('PATCH', `/sobjects/ObjectPermissions/${object}`, { PermissionsRead: false });
    await rig.call('PATCH', `/sobjects/FieldPermissions/${field}`, { PermissionsRead: false, PermissionsEdit: false });
    const objects = await query(rig, `SELECT COUNT() FROM ObjectPermissions WHERE ParentId = '${ParentId}'`);
    const fields = await query(rig, `SELECT COUNT() FROM FieldPermissions WHERE ParentId = '${ParentId}'`);

    expect(named.body).toMatchObject({ records: [{ Field: 'Contact.AccountId' }] });
    expect(edit.body).toMatchObject([{ errorCode: 'FIELD_INTEGRITY_EXCEPTION' }]);
    expect([objects.body, fields.body]).toMatchObject([{ totalSize: 0 }, { totalSize: 0 }]);
  });

  it('go with their permission set, which goes only when nobody has it', async () => {
    await using rig = await createAccessRig();
    const { ParentId } = await aUserWith(rig);
    await rig.create('ObjectPermissions', { ParentId, SobjectType: 'Account', PermissionsRead: true });

    const assigned = await rig.call('DELETE', `/sobjects/PermissionSet/${ParentId}`);
    const { body } = await query(rig, `SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = '${ParentId}'`);
    const [assignment] = (body as { records: { Id: string }[] }).records;
    await rig.call('DELETE', `/sobjects/PermissionSetAssignment/${assignment?.Id}`);
    const deleted = await rig.call('DELETE', `/sobjects/PermissionSet/${ParentId}`);
    const rows = await query(rig, `SELECT COUNT() FROM ObjectPermissions WHERE ParentId = '${ParentId}'`);

    expect(assigned.status).toBe(501);
    expect(deleted.status).toBe(204);
    expect(rows.body).toMatchObject({ totalSize: 0 });
  });

  it('are for administrators', async () => {
    await using rig = await createAccessRig();
    const standard = rig.user({ profile: 'Standard User' });
    const minimum = rig.user();

    const seen = await standard.query('SELECT Id FROM ObjectPermissions LIMIT 1');
    const refused = await standard.call('POST', '/sobjects/PermissionSet', minimal);
    const hidden = await minimum.query('SELECT Id FROM ObjectPermissions LIMIT 1');

    expect(seen.status).toBe(200);
    expect(refused.body).toMatchObject([{ message: 'entity type cannot be inserted: Permission Set' }]);
    expect(hidden.body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  });
});

describe('a profile', () => {
  it('has its permissions in the permission set that it owns', async () => {
    await using rig = await createAccessRig();
    const soql = `SELECT Parent.Profile.Name, PermissionsEdit FROM ObjectPermissions
      WHERE SobjectType = 'Account' AND Parent.IsOwnedByProfile = true ORDER BY Parent.Profile.Name`;

    const { body } = await query(rig, soql);

    expect(body).toMatchObject({
      records: [
        { Parent: { Profile: { Name: 'Read Only' } }, PermissionsEdit: false },
        { Parent: { Profile: { Name: 'Standard User' } }, PermissionsEdit: true },
        { Parent: { Profile: { Name: 'System Administrator' } }, PermissionsEdit: true },
      ],
    });
  });

  it('loses a field for administrators too, when that is taken away', async () => {
    await using rig = await createAccessRig();
    const soql = `SELECT Id FROM FieldPermissions
      WHERE Field = 'Account.Industry' AND Parent.Profile.Name = 'System Administrator'`;
    const { body } = await query(rig, soql);
    const [row] = (body as { records: { Id: string }[] }).records;

    await rig.call('DELETE', `/sobjects/FieldPermissions/${row?.Id}`);
    const { status } = await query(rig, 'SELECT Industry FROM Account');

    expect(status).toBe(400);
  });

  it('shows its user permissions', async () => {
    await using rig = await createAccessRig();
    const soql = `SELECT PermissionsModifyAllData, PermissionsApiEnabled, PermissionsApproveUninstalledConnectedApps
      FROM Profile WHERE Name IN ('System Administrator', 'Standard User') ORDER BY Name DESC`;

    const { body } = await query(rig, soql);

    expect(body).toMatchObject({
      records: [
        {
          PermissionsModifyAllData: true,
          PermissionsApiEnabled: true,
          PermissionsApproveUninstalledConnectedApps: true,
        },
        {
          PermissionsModifyAllData: false,
          PermissionsApiEnabled: true,
          PermissionsApproveUninstalledConnectedApps: false,
        },
      ],
    });
  });
});

describe('limits', () => {
  it('are for users with View Setup and Configuration', async () => {
    await using rig = await createAccessRig();

    const refused = await rig.user().call('GET', '/limits');
    const allowed = await rig.user({ profile: 'Standard User' }).call('GET', '/limits');

    expect(refused.status).toBe(403);
    expect(refused.body).toEqual([{ message: 'Limits resource is not enabled', errorCode: 'API_DISABLED_FOR_ORG' }]);
    expect(allowed.status).toBe(200);
  });
});
