import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

const EMAIL = encodeURIComponent('ann+test@example.com');

it('creates with 201, then updates with 200, found by a look-up field', async () => {
  await using rig = await createEmulatorRig();

  const first = await rig.call('PATCH', `/sobjects/Contact/Email/${EMAIL}`, { LastName: 'Lee' });
  const second = await rig.call('PATCH', `/sobjects/Contact/Email/${EMAIL}`, { LastName: 'Lin' });

  const { id } = first.body as { id: string };
  expect(first.status).toBe(201);
  expect(JSON.stringify(first.body)).toBe(`{"id":"${id}","success":true,"errors":[],"created":true}`);
  expect(second.status).toBe(200);
  expect(JSON.stringify(second.body)).toBe(`{"id":"${id}","success":true,"errors":[],"created":false}`);
  expect(second.headers.get('location')).toBe(`/services/data/v66.0/sobjects/Contact/${id}`);
  expect(rig.emulator.records('Contact')).toMatchObject([{ LastName: 'Lin', Email: 'ann+test@example.com' }]);
});

it('answered an update with 204 before v46', async () => {
  await using rig = await createEmulatorRig();
  await rig.create('Contact', { LastName: 'Lee', Email: 'ann+test@example.com' });

  const { status } = await rig.call('PATCH', `/services/data/v45.0/sobjects/Contact/Email/${EMAIL}`, { Title: 'CFO' });

  expect(status).toBe(204);
});

it('answers 300 with the records when several match, and writes nothing', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const one = await rig.create('Account', { Name: 'A', Source_Key__c: 'k 1/2' });
  const two = await rig.create('Account', { Name: 'B', Source_Key__c: 'K 1/2' });

  const path = `/sobjects/Account/Source_Key__c/${encodeURIComponent('k 1/2')}`;
  const { status, body } = await rig.call('PATCH', path, { Name: 'C' });

  expect(status).toBe(300);
  expect(body).toEqual([one, two].map((id) => `/services/data/v66.0/sobjects/Account/${id}`));
  expect(rig.emulator.records('Account').map((record) => record['Name'])).toEqual(['A', 'B']);
});

it('compares a case-sensitive external id exactly', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const region = await rig.create('Region__c', { Code__c: 'EMEA' });

  const lower = await rig.call('PATCH', '/sobjects/Engagement__c/Reference__c/abc', { Region__c: region });
  const upper = await rig.call('PATCH', '/sobjects/Engagement__c/Reference__c/ABC', { Region__c: region });

  expect([lower.status, upper.status]).toEqual([201, 201]);
});

it.each<[string, string, unknown, number, unknown]>([
  [
    'a field that is no external id',
    '/sobjects/Account/Name/x',
    {},
    404,
    [{ message: 'Provided external ID field does not exist or is not accessible: Name', errorCode: 'NOT_FOUND' }],
  ],
  [
    'nothing to update where only an update is asked for',
    '/sobjects/Contact/Email/a%40b.example?updateOnly=true',
    { LastName: 'Lee' },
    404,
    [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
  ],
  [
    'the external id in the body as well',
    '/sobjects/Contact/Email/a%40b.example',
    { LastName: 'Lee', Email: 'a@b.example' },
    400,
    [{ message: 'The Email field should not be specified in the sobject data.', errorCode: 'INVALID_FIELD' }],
  ],
])('refuses %s', async (_, path, record, status, error) => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('PATCH', path, record);

  expect(answer.status).toBe(status);
  expect(answer.body).toEqual(error);
  expect(rig.emulator.count('Contact')).toBe(0);
});

it('is not there for notes', async () => {
  await using rig = await createEmulatorRig();

  expect((await rig.call('PATCH', '/sobjects/ContentNote/Title/x', { Content: '' })).status).toBe(501);
});
