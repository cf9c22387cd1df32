import { describe, expect, it } from 'vitest';
import { createAccessRig, type AccessRig } from './access-rig.ts';

async function aUser(rig: AccessRig, fields: object = {}) {
  const query = `SELECT Id FROM Profile WHERE Name = 'Standard User'`;
  const { body } = await rig.call('GET', `/query?q=${encodeURIComponent(query)}`);
  const [profile] = (body as { records: { Id: string }[] }).records;
  return {
    Username: 'ann.lee@example.com',
    LastName: 'Lee',
    FirstName: 'Ann',
    Email: 'ann@example.com',
    Alias: 'alee',
    TimeZoneSidKey: 'Europe/Brussels',
    LocaleSidKey: 'nl_BE',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
    ProfileId: profile?.Id,
    ...fields,
  };
}

describe('a user', () => {
  it('is created through the API, active and ready to log in', async () => {
    await using rig = await createAccessRig();

    const id = await rig.create('User', await aUser(rig));
    const { accessToken } = rig.emulator.issueSession({ username: 'ann.lee@example.com' });
    const answer = await rig.call('GET', `/sobjects/User/${id}`, undefined, { authorization: `Bearer ${accessToken}` });

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      Name: 'Ann Lee',
      IsActive: true,
      UserType: 'Standard',
      CommunityNickname: 'ann.lee',
      TimeZoneSidKey: 'Europe/Brussels',
    });
    expect(rig.emulator.records('UserLogin')).toContainEqual(
      expect.objectContaining({ UserId: id, IsFrozen: false, IsPasswordLocked: false }),
    );
  });

  it('needs what Salesforce needs', async () => {
    await using rig = await createAccessRig();

    const { status, body } = await rig.call('POST', '/sobjects/User', {});

    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING' }]);
    expect((body as { fields: string[] }[])[0]?.fields.toSorted()).toEqual([
      'Alias',
      'Email',
      'EmailEncodingKey',
      'LanguageLocaleKey',
      'LastName',
      'LocaleSidKey',
      'ProfileId',
      'TimeZoneSidKey',
      'Username',
    ]);
  });

  it('has a username that nobody else has, in any org', async () => {
    await using rig = await createAccessRig();
    const other = rig.emulator.createOrg({ kind: 'scratch' });
    other.createUser({ username: 'taken@example.com', password: 'x' });
    const user = await aUser(rig);
    await rig.create('User', user);

    const here = await rig.call('POST', '/sobjects/User', { ...user, Username: 'ANN.LEE@example.com' });
    const there = await rig.call('POST', '/sobjects/User', { ...user, Username: 'taken@example.com' });

    for (const { status, body } of [here, there]) {
      expect(status).toBe(400);
      expect(body).toMatchObject([{ errorCode: 'DUPLICATE_USERNAME', fields: ['Username'] }]);
    }
  });

  it('is deactivated and frozen through the API, which ends its sessions', async () => {
    await using rig = await createAccessRig();
    const user = rig.user({ profile: 'Standard User' });
    const [login] = rig.emulator.records('UserLogin').filter((row) => row['UserId'] === user.userId);
    const status = async () => (await user.call('GET', '/sobjects')).status;

    await rig.call('PATCH', `/sobjects/UserLogin/${String(login?.['Id'])}`, { IsFrozen: true });
    const frozen = await status();
    await rig.call('PATCH', `/sobjects/UserLogin/${String(login?.['Id'])}`, { IsFrozen: false });
    const thawed = await status();
    await rig.call('PATCH', `/sobjects/User/${user.userId}`, { IsActive: false });
    const inactive = await status();

    expect([frozen, thawed, inactive]).toEqual([401, 200, 401]);
  });

  it('owns no new records once it is inactive', async () => {
    await using rig = await createAccessRig();
    const { userId: OwnerId } = rig.user({ isActive: false });
    const id = await rig.create('Account', { Name: 'Acme' });

    const created = await rig.call('POST', '/sobjects/Account', { Name: 'x', OwnerId });
    const updated = await rig.call('PATCH', `/sobjects/Account/${id}`, { OwnerId });

    for (const { status, body } of [created, updated]) {
      expect(status).toBe(400);
      expect(body).toEqual([
        { message: 'owner or user is inactive.', errorCode: 'INACTIVE_OWNER_OR_USER', fields: [] },
      ]);
    }
  });

  it('gets other permissions with another profile', async () => {
    await using rig = await createAccessRig();
    const user = rig.user();
    const { ProfileId } = await aUser(rig);

    const before = await user.query('SELECT Id FROM Account');
    await rig.call('PATCH', `/sobjects/User/${user.userId}`, { ProfileId });
    const after = await user.query('SELECT Id FROM Account');

    expect([before.status, after.status]).toEqual([400, 200]);
  });

  it('cannot create others without Manage Users', async () => {
    await using rig = await createAccessRig();
    const user = await aUser(rig);

    const { body } = await rig.user({ profile: 'Standard User' }).call('POST', '/sobjects/User', user);

    expect(body).toMatchObject([{ message: 'entity type cannot be inserted: User' }]);
  });
});
