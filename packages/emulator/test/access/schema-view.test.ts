import { describe, expect, it } from 'vitest';
import { salesMetadata } from '../emulator-rig.ts';
import { createAccessRig, type AccessRig } from './access-rig.ts';

interface Described {
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly fields: readonly { name: string; createable: boolean; updateable: boolean; referenceTo: string[] }[];
  readonly childRelationships: readonly { childSObject: string }[];
}

const names = (described: unknown): string[] => (described as Described).fields.map(({ name }) => name);
const objects = (global: unknown): string[] =>
  (global as { sobjects: { name: string }[] }).sobjects.map(({ name }) => name);

async function anEngagement(rig: AccessRig, fields: object): Promise<string> {
  const Region__c = await rig.create('Region__c', { Code__c: 'EMEA' });
  return rig.create('Engagement__c', { Region__c, ...fields });
}

describe('a user without any object permission', () => {
  it('sees people, files and setup that everybody sees, and no object with permissions of its own', async () => {
    await using rig = await createAccessRig();
    const user = rig.user();

    const { body } = await user.call('GET', '/sobjects');

    expect(objects(body)).toEqual(
      expect.arrayContaining(['ContentDocument', 'ContentNote', 'ContentVersion', 'Organization', 'Profile', 'User']),
    );
    for (const hidden of [
      'Account',
      'Contact',
      'Opportunity',
      'OpportunityContactRole',
      'Engagement__c',
      'PermissionSet',
    ]) {
      expect(objects(body)).not.toContain(hidden);
    }
  });

  it('is answered as if the object were not there', async () => {
    await using rig = await createAccessRig();
    const id = await rig.create('Account', { Name: 'Acme' });
    const user = rig.user();

    const answers = await Promise.all([
      user.call('GET', '/sobjects/Account/describe'),
      user.call('GET', `/sobjects/Account/${id}`),
      user.call('POST', '/sobjects/Account', { Name: 'x' }),
      user.call('PATCH', `/sobjects/Account/${id}`, { Name: 'x' }),
      user.call('DELETE', `/sobjects/Account/${id}`),
    ]);
    const query = await user.query('SELECT Id FROM Account');

    for (const { status, body } of answers) {
      expect(status).toBe(404);
      expect(body).toEqual([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
    }
    expect(query.status).toBe(400);
    expect(query.body).toMatchObject([
      { errorCode: 'INVALID_TYPE', message: expect.stringContaining(`sObject type 'Account' is not supported.`) },
    ]);
  });
});

describe('a user with a permission set', () => {
  const withSet = { permissionSets: ['Sales_Integration'] };

  it('finds in describe what the permission set allows', async () => {
    await using rig = await createAccessRig();
    const user = rig.user(withSet);

    const { body } = await user.call('GET', '/sobjects/Engagement__c/describe');

    const { createable, updateable, deletable, fields } = body as Described;
    expect({ createable, updateable, deletable }).toEqual({ createable: true, updateable: true, deletable: false });
    expect(names(body)).toContain('Starts__c');
    expect(names(body)).toContain('Name');
    expect(names(body)).not.toContain('Ratio__c');
    expect(fields.find(({ name }) => name === 'Starts__c')).toMatchObject({ createable: true, updateable: true });
  });

  it('cannot name a hidden field in a query, in a record or in a path', async () => {
    await using rig = await createAccessRig();
    const id = await anEngagement(rig, { Ratio__c: 3, Starts__c: '2026-01-01T10:00:00.000+0000' });
    const user = rig.user(withSet);

    const query = await user.query('SELECT Id, Ratio__c FROM Engagement__c');
    const filter = await user.query('SELECT Id FROM Engagement__c WHERE Ratio__c = 3');
    const created = await user.call('POST', '/sobjects/Engagement__c', { Ratio__c: 4 });
    const updated = await user.call('PATCH', `/sobjects/Engagement__c/${id}`, { Ratio__c: 4 });
    const fields = await user.call('GET', `/sobjects/Engagement__c/${id}?fields=Ratio__c`);
    const upserted = await user.call('PATCH', '/sobjects/Engagement__c/Reference__c/E-1', {});

    for (const { status, body } of [query, filter]) {
      expect(status).toBe(400);
      expect(body).toMatchObject([
        {
          errorCode: 'INVALID_FIELD',
          message: expect.stringContaining(`No such column 'Ratio__c' on entity 'Engagement__c'`),
        },
      ]);
    }
    for (const { status, body } of [created, updated, fields]) {
      expect(status).toBe(400);
      expect(body).toEqual([
        { message: `No such column 'Ratio__c' on sobject of type Engagement__c`, errorCode: 'INVALID_FIELD' },
      ]);
    }
    expect(upserted.status).toBe(404);
    expect(upserted.body).toMatchObject([
      { message: 'Provided external ID field does not exist or is not accessible: Reference__c' },
    ]);
  });

  it('reads a record without its hidden fields, and leaves them as they are', async () => {
    await using rig = await createAccessRig();
    const id = await anEngagement(rig, { Ratio__c: 3, Starts__c: '2026-01-01T10:00:00.000+0000' });
    const user = rig.user(withSet);

    const { body } = await user.call('GET', `/sobjects/Engagement__c/${id}`);
    const updated = await user.call('PATCH', `/sobjects/Engagement__c/${id}`, {
      Starts__c: '2026-02-02T10:00:00.000+0000',
    });

    expect(body).toMatchObject({ Starts__c: '2026-01-01T10:00:00.000+0000' });
    expect(body).not.toHaveProperty('Ratio__c');
    expect(updated.status).toBe(204);
    expect(rig.emulator.records('Engagement__c')).toMatchObject([
      { Ratio__c: 3, Starts__c: '2026-02-02T10:00:00.000+0000' },
    ]);
  });

  it('cannot point to a record of an object that is not to be read', async () => {
    await using rig = await createAccessRig();
    const Region__c = await rig.create('Region__c', { Code__c: 'EMEA' });
    const user = rig.user(withSet);

    const { status, body } = await user.call('POST', '/sobjects/Engagement__c', { Region__c });

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        message: `insufficient access rights on cross-reference id: ${Region__c.slice(0, 15)}`,
        errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        fields: [],
      },
    ]);
    expect(rig.emulator.count('Engagement__c')).toBe(0);
  });

  it('may not delete where that is not allowed', async () => {
    await using rig = await createAccessRig();
    const id = await anEngagement(rig, {});
    const user = rig.user(withSet);

    const { status, body } = await user.call('DELETE', `/sobjects/Engagement__c/${id}`);

    expect(status).toBe(403);
    expect(body).toEqual([
      {
        message: 'insufficient access rights on object id',
        errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
        fields: [],
      },
    ]);
    expect(rig.emulator.count('Engagement__c')).toBe(1);
  });
});

describe('the profile', () => {
  it('of a standard user gives standard objects and fields, and no custom ones', async () => {
    await using rig = await createAccessRig();
    const user = rig.user({ profile: 'Standard User' });

    const global = await user.call('GET', '/sobjects');
    const { body } = await user.call('GET', '/sobjects/Account/describe');

    expect(objects(global.body)).toEqual(expect.arrayContaining(['Account', 'Contact', 'Opportunity']));
    expect(objects(global.body)).not.toContain('Engagement__c');
    expect(names(body)).toEqual(expect.arrayContaining(['Industry', 'BillingCity', 'BillingAddress']));
    expect(names(body)).not.toContain('Source_Key__c');
  });

  it('Read Only reads and does not write', async () => {
    await using rig = await createAccessRig();
    const id = await rig.create('Account', { Name: 'Acme', Industry: 'Energy' });
    const user = rig.user({ profile: 'Read Only' });

    const read = await user.query('SELECT Name, Industry FROM Account');
    const created = await user.call('POST', '/sobjects/Account', { Name: 'x' });
    const updated = await user.call('PATCH', `/sobjects/Account/${id}`, { Name: 'x' });

    expect(read.body).toMatchObject({ records: [{ Name: 'Acme', Industry: 'Energy' }] });
    expect(created.status).toBe(400);
    expect(created.body).toEqual([
      {
        message: 'entity type cannot be inserted: Account',
        errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        fields: [],
      },
    ]);
    expect(updated.status).toBe(400);
    expect(updated.body).toMatchObject([
      { message: 'entity type cannot be updated: Account', errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' },
    ]);
  });

  it('System Administrator sees what comes to the org later', async () => {
    await using rig = await createAccessRig({});
    const before = await rig.call('GET', '/sobjects');

    rig.emulator.install(salesMetadata);
    const after = await rig.call('GET', '/sobjects');

    expect(objects(before.body)).not.toContain('Engagement__c');
    expect(objects(after.body)).toContain('Engagement__c');
  });
});

it('a permission set takes effect with the next request, and ends with its assignment', async () => {
  await using rig = await createAccessRig();
  const user = rig.user();
  const [set] = rig.emulator.records('PermissionSet').filter((row) => row['Name'] === 'Sales_Integration');
  const assign = { AssigneeId: user.userId, PermissionSetId: set?.['Id'] };

  const before = await user.query('SELECT Id FROM Engagement__c');
  const id = await rig.create('PermissionSetAssignment', assign);
  const between = await user.query('SELECT Id FROM Engagement__c');
  await rig.call('DELETE', `/sobjects/PermissionSetAssignment/${id}`);
  const after = await user.query('SELECT Id FROM Engagement__c');

  expect([before.status, between.status, after.status]).toEqual([400, 200, 400]);
});
