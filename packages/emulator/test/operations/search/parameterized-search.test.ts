import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('finds by parameters of the URI', async () => {
  await using rig = await createEmulatorRig();
  for (const Name of ['Acme', 'Acme Two', 'Globex']) await rig.create('Account', { Name });
  const contact = await rig.create('Contact', { LastName: 'Acme' });

  const everywhere = await rig.call('GET', '/parameterizedSearch/?q=Acme');
  const some = await rig.call(
    'GET',
    `/parameterizedSearch?q=Acme&sobject=Account&Account.fields=id,name&Account.where=${encodeURIComponent("Name != 'Acme'")}&Account.limit=10`,
  );
  const two = await rig.call(
    'GET',
    '/parameterizedSearch?q=acme&sobject=Account&sobject=Contact&fields=name&overallLimit=2',
  );

  expect(everywhere.body).toMatchObject({ searchRecords: [{}, {}, { Id: contact }] });
  expect(some.body).toMatchObject({ searchRecords: [{ Id: expect.any(String) as string, Name: 'Acme Two' }] });
  expect(two.body).toMatchObject({
    searchRecords: [{ attributes: { type: 'Account' }, Name: 'Acme' }, { attributes: { type: 'Contact' } }],
  });
});

it.each([
  ['', 400, 'MALFORMED_SEARCH'],
  ['q=Acme&snippet=true', 501, 'NOT_EMULATED'],
  ['q=Acme&fields=id', 501, 'NOT_EMULATED'],
  ['q=Acme&sobject=Xyzzy', 400, 'INVALID_TYPE'],
])('answers ?%s with %i', async (query, status, errorCode) => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('GET', `/parameterizedSearch?${query}`);

  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject([{ errorCode }]);
});
