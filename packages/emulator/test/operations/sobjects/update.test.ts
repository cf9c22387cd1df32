import { expect, it } from 'vitest';
import { aDeal, createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

it('answers 204 and changes what was given', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Contact', { FirstName: 'Ann', LastName: 'Lee', Title: 'CFO' });

  const { status, body } = await rig.call('PATCH', `/sobjects/Contact/${id}`, { LastName: 'Lin', Title: null });

  expect([status, body]).toEqual([204, undefined]);
  expect(rig.emulator.records('Contact')).toMatchObject([{ Name: 'Ann Lin', LastName: 'Lin', Title: null }]);
});

it('moves a deal to another stage with all that comes with it', async () => {
  const now = new Date('2026-05-01T07:25:37Z');
  await using rig = await createEmulatorRig({ clock: () => now });
  const id = await rig.create('Opportunity', aDeal({ Amount: 100, StageName: 'Prospecting', Probability: 33 }));

  await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { StageName: 'Closed Lost' });

  expect(rig.emulator.records('Opportunity')).toMatchObject([
    {
      StageName: 'Closed Lost',
      Probability: 0,
      ForecastCategory: 'Omitted',
      IsClosed: true,
      IsWon: false,
      ExpectedRevenue: 0,
      LastStageChangeDate: '2026-05-01T07:25:37.000+0000',
    },
  ]);
});

it('keeps its own value of a unique field', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const id = await rig.create('Region__c', { Code__c: 'EMEA' });

  const { status } = await rig.call('PATCH', `/sobjects/Region__c/${id}`, { Code__c: 'emea' });

  expect(status).toBe(204);
});

it.each<[string, string, unknown, number, string]>([
  [
    'an id with a wrong suffix',
    '001000000000001AAB',
    { Name: 'x' },
    400,
    '[{"message":"Account ID: id value of incorrect type: 001000000000001AAB","errorCode":"MALFORMED_ID","fields":["Id"]}]',
  ],
  [
    'the id of another object',
    '003000000000001AAA',
    { Name: 'x' },
    400,
    '[{"message":"Account ID: id value of incorrect type: 003000000000001AAA","errorCode":"MALFORMED_ID","fields":["Id"]}]',
  ],
  [
    'a record that is not there',
    '001000000000001AAA',
    { Name: 'x' },
    400,
    '[{"message":"invalid cross reference id","errorCode":"INVALID_CROSS_REFERENCE_KEY","fields":[]}]',
  ],
  [
    'an unknown field before a bad id',
    '001000000000001AAB',
    { Color__c: 'Red' },
    400,
    '[{"message":"No such column \'Color__c\' on sobject of type Account","errorCode":"INVALID_FIELD"}]',
  ],
])('refuses %s', async (_, id, change, status, error) => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('PATCH', `/sobjects/Account/${id}`, change);

  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).toBe(error);
});

it('refuses to empty a required field', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'Acme' });

  const { body } = await rig.call('PATCH', `/sobjects/Account/${id}`, { Name: '' });

  expect(body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }]);
});
