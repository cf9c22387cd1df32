import { expect, it } from 'vitest';
import { aDeal, createEmulatorRig } from '../emulator-rig.ts';

it('does not know in an old version what came later', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Opportunity', aDeal());
  const old = '/services/data/v45.0';

  const described = await rig.call('GET', `${old}/sobjects/ContentNote/describe`);
  const read = await rig.call('GET', `${old}/sobjects/Opportunity/${id}`);
  const queried = await rig.call(
    'GET',
    `${old}/query?q=${encodeURIComponent('SELECT PrevAmount FROM OpportunityHistory')}`,
  );
  const written = await rig.call('PATCH', `${old}/sobjects/Opportunity/${id}`, { ContactId: null });

  const names = (described.body as { fields: { name: string }[] }).fields.map((field) => field.name);
  expect(names).not.toContain('ContentSizeLong');
  expect(names).not.toContain('ContentModifiedDate');
  expect(read.body).not.toHaveProperty('ContactId');
  expect(queried.body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
  expect(written.body).toEqual([
    { message: "No such column 'ContactId' on sobject of type Opportunity", errorCode: 'INVALID_FIELD' },
  ]);
});

it.each([
  ['POST', 'jobs/ingest', 41],
  ['GET', 'jobs/query', 47],
  ['POST', 'composite', 38],
  ['POST', 'composite/sobjects', 42],
  ['POST', 'sobjects/Account/Id', 37],
])('has %s %s from version %i on', async (method, path, since) => {
  await using rig = await createEmulatorRig();
  const status = async (version: number) =>
    (await rig.call(method, `/services/data/v${version}.0/${path}`, method === 'GET' ? undefined : {})).status;

  expect(await status(since - 1)).toBe(404);
  expect(await status(since)).not.toBe(404);
});
