import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

const account = (referenceId: string, fields: object): object => ({
  attributes: { type: 'Account', referenceId },
  ...fields,
});
const contact = (referenceId: string, fields: object): object => ({
  attributes: { type: 'Contact', referenceId },
  ...fields,
});

it('creates records with their children, level by level', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('POST', '/composite/tree/Account/', {
    records: [
      account('ref1', {
        name: 'SampleAccount',
        Contacts: { records: [contact('ref2', { lastname: 'Smith' }), contact('ref3', { lastname: 'Evans' })] },
      }),
      account('ref4', { name: 'Other' }),
    ],
  });

  expect(status).toBe(201);
  expect(body).toMatchObject({ hasErrors: false });
  const { results } = body as { results: { referenceId: string; id: string }[] };
  expect(results.map(({ referenceId }) => referenceId)).toEqual(['ref1', 'ref4', 'ref2', 'ref3']);
  expect(Object.keys(results[0] ?? {})).toEqual(['referenceId', 'id']);
  expect(rig.emulator.records('Contact').map(({ AccountId }) => AccountId)).toEqual([results[0]?.id, results[0]?.id]);
  expect(rig.emulator.apiCalls()).toBe(1);
});

it('names only the records that failed, and writes nothing', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('POST', '/composite/tree/Account', {
    records: [
      account('ref1', { Name: 'A', Contacts: { records: [contact('ref2', { LastName: 'x', Email: '123' })] } }),
    ],
  });

  expect(status).toBe(400);
  expect(JSON.stringify(body)).toBe(
    '{"hasErrors":true,"results":[{"referenceId":"ref2","errors":[{"statusCode":"INVALID_EMAIL_ADDRESS","message":"Email: invalid email address: 123","fields":["Email"]}]}]}',
  );
  expect(rig.emulator.count('Account')).toBe(0);
});

it('names each record whose reference id another one has as well, and writes nothing', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('POST', '/composite/tree/Account', {
    records: [account('r', { Name: 'A' }), account('other', { Name: 'B' }), account('r', { Name: 'C' })],
  });

  const errors = [
    { statusCode: 'INVALID_INPUT', message: 'Duplicate ReferenceId provided in the request.', fields: [] },
  ];
  expect([status, body]).toEqual([
    400,
    {
      hasErrors: true,
      results: [
        { referenceId: 'r', errors },
        { referenceId: 'r', errors },
      ],
    },
  ]);
  expect(rig.emulator.count('Account')).toBe(0);
});

it.each<[string, object[]]>([
  ['201 records', Array.from({ length: 201 }, (_, n) => account(`r${n}`, { Name: 'A' }))],
  ['a root of another type', [contact('r', { LastName: 'A' })]],
  ['a record without referenceId', [{ attributes: { type: 'Account' }, Name: 'A' }]],
  ['no records', []],
])('refuses %s with 501, and nothing is written', async (_, records) => {
  await using rig = await createEmulatorRig();

  expect((await rig.call('POST', '/composite/tree/Account', { records })).status).toBe(501);
  expect(rig.emulator.count('Account')).toBe(0);
});
