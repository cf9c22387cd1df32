import { expect, it } from 'vitest';
import { createAccessRig } from '../../access/access-rig.ts';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('lists what was viewed, the last one first', async () => {
  let now = Date.parse('2026-05-01T10:00:00Z');
  await using rig = await createEmulatorRig({ clock: () => new Date(now) });
  const mru = { 'sforce-mru': 'updateMru=true' };
  const account = await rig.create('Account', { Name: 'Acme' });
  await rig.create('Account', { Name: 'Never seen' });
  const contact = await rig.create('Contact', { FirstName: 'Ann', LastName: 'Lee' });
  await rig.call('GET', `/sobjects/Contact/${contact}`, undefined, mru);
  now += 60_000;
  await rig.call('GET', `/sobjects/Account/${account}`, undefined, mru);

  const all = await rig.call('GET', '/recent');
  const one = await rig.call('GET', '/recent?limit=1');
  const ofObject = await rig.call('GET', '/sobjects/Contact');

  expect(all.body).toEqual([
    {
      attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${account}` },
      Id: account,
      Name: 'Acme',
    },
    {
      attributes: { type: 'Contact', url: `/services/data/v66.0/sobjects/Contact/${contact}` },
      Id: contact,
      Name: 'Ann Lee',
    },
  ]);
  expect(one.body).toHaveLength(1);
  expect(ofObject.body).toMatchObject({ recentItems: [{ Id: contact }] });
});

it('is everybody’s own, and forgets what was deleted', async () => {
  await using rig = await createAccessRig({});
  const user = rig.user({ profile: 'Standard User' });
  const account = await rig.create('Account', { Name: 'Acme' });
  const contact = await rig.create('Contact', { LastName: 'Lee' });
  await rig.call('GET', `/sobjects/Account/${account}`, undefined, { 'sforce-mru': 'updateMru=true' });
  await user.query('SELECT Id FROM Contact FOR VIEW');

  const ofAdministrator = await rig.call('GET', '/recent');
  const ofUser = await user.call('GET', '/recent');
  const ofObject = await user.call('GET', '/sobjects/Account');
  await rig.call('DELETE', `/sobjects/Contact/${contact}`);
  const afterwards = await user.call('GET', '/recent');

  expect(ofAdministrator.body).toMatchObject([{ Id: account }]);
  expect(ofUser.body).toMatchObject([{ Id: contact }]);
  expect(ofObject.body).toMatchObject({ recentItems: [] });
  expect(afterwards.body).toEqual([]);
});
