import { describe, expect, it } from 'vitest';
import { base64, createEmulatorRig } from '../../emulator-rig.ts';

describe('blobs', () => {
  it('are the bytes of a note and of a file, whose rows hold a URL', async () => {
    await using rig = await createEmulatorRig();
    const note = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>Café ☕</p>') });
    const file = await rig.create('ContentVersion', { PathOnClient: 'a.txt', VersionData: base64('plain') });

    const row = await rig.call('GET', `/sobjects/ContentNote/${note}?fields=Content`);
    const html = await rig.call('GET', `/sobjects/ContentNote/${note}/Content`);
    const text = await rig.call('GET', `/sobjects/ContentVersion/${file}/VersionData`);

    expect(row.body).toMatchObject({ Content: `/services/data/v66.0/sobjects/ContentNote/${note}/Content` });
    expect(html.body).toBe('<p>Café ☕</p>');
    expect(text.body).toBe('plain');
  });

  it('of a note that is not there are not found', async () => {
    await using rig = await createEmulatorRig();

    expect((await rig.call('GET', '/sobjects/ContentNote/069000000000001AAA/Content')).status).toBe(404);
  });
});

describe('relationships', () => {
  it('lead to a parent, and to its parent', async () => {
    await using rig = await createEmulatorRig();
    const account = await rig.create('Account', { Name: 'Acme' });
    const contact = await rig.create('Contact', { LastName: 'Lee', AccountId: account });

    const parent = await rig.call('GET', `/sobjects/Contact/${contact}/Account?fields=Name`);
    const owner = await rig.call('GET', `/sobjects/Contact/${contact}/account/Owner?fields=Username`);

    expect(parent.status).toBe(200);
    expect(parent.body).toMatchObject({ attributes: { type: 'Account' }, Name: 'Acme', Id: account });
    expect(owner.body).toMatchObject({ attributes: { type: 'User' }, Username: rig.emulator.admin.username });
  });

  it('lead to all children, be there any or none', async () => {
    await using rig = await createEmulatorRig();
    const account = await rig.create('Account', { Name: 'Acme' });
    for (const LastName of ['Lee', 'Lin']) await rig.create('Contact', { LastName, AccountId: account });

    const contacts = await rig.call('GET', `/sobjects/Account/${account}/Contacts?fields=LastName`);
    const deals = await rig.call('GET', `/sobjects/Account/${account}/Opportunities`);

    expect(contacts.body).toMatchObject({
      done: true,
      totalSize: 2,
      records: [{ LastName: 'Lee' }, { LastName: 'Lin' }],
    });
    expect([deals.status, deals.body]).toEqual([200, { done: true, totalSize: 0, records: [] }]);
  });

  it.each(['Account', 'Nothing', 'Nothing/Owner'])('answer 404 where %s leads nowhere', async (path) => {
    await using rig = await createEmulatorRig();
    const contact = await rig.create('Contact', { LastName: 'Lee' });

    const { status, body } = await rig.call('GET', `/sobjects/Contact/${contact}/${path}`);

    expect(status).toBe(404);
    expect(body).toEqual([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
  });

  it('are there since v36, and in composites, where blobs are not', async () => {
    await using rig = await createEmulatorRig();
    const account = await rig.create('Account', { Name: 'Acme' });
    const contact = await rig.create('Contact', { LastName: 'Lee', AccountId: account });
    const path = `/sobjects/Contact/${contact}/Account`;

    const old = await rig.call('GET', `/services/data/v35.0${path}`);
    const { body } = await rig.call('POST', '/composite', {
      compositeRequest: [{ method: 'GET', url: `/services/data/v66.0${path}`, referenceId: 'parent' }],
    });

    expect(old.status).toBe(404);
    expect(body).toMatchObject({ compositeResponse: [{ httpStatusCode: 200, body: { Name: 'Acme' } }] });
  });
});
