import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('answers as it was recorded', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'An awesome test account' });

  const { status, headers, body } = await rig.call('GET', '/services/data/v51.0/query?q=SELECT+Name+FROM+Account');

  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
  expect(JSON.stringify(body)).toBe(
    `{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Account","url":"/services/data/v51.0/sobjects/Account/${id}"},"Name":"An awesome test account"}]}`,
  );
});

it('does not see what was deleted', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'Acme' });
  await rig.call('DELETE', `/sobjects/Account/${id}`);

  const { body } = await rig.call('GET', '/query?q=SELECT+COUNT()+FROM+Account');

  expect(body).toEqual({ totalSize: 0, done: true, records: [] });
});

it.each([
  ['/query?q=', 400, 'MALFORMED_QUERY'],
  ['/query', 400, 'MALFORMED_QUERY'],
  ['/query?q=SELECT+Id+FROM+XYZZY', 400, 'INVALID_TYPE'],
  ['/query?explain=SELECT+Id+FROM+Account', 501, 'NOT_EMULATED'],
])('answers %s with %i', async (path, status, errorCode) => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('GET', path);

  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject([{ errorCode }]);
});

it('describes the columns instead of reading rows', async () => {
  await using rig = await createEmulatorRig();
  const soql = 'SELECT Name, Owner.Name, Owner.Email, (SELECT LastName FROM Contacts) FROM Account';

  const { status, body } = await rig.call('GET', `/query?q=${encodeURIComponent(soql)}&columns=true`);
  const aggregate = await rig.call(
    'GET',
    `/query?q=${encodeURIComponent('SELECT AccountId, avg(Amount) FROM Opportunity GROUP BY AccountId')}&columns=true`,
  );

  const column = (name: string, more: Record<string, unknown> = {}) => ({
    aggregate: false,
    apexType: 'String',
    booleanType: false,
    columnName: name,
    custom: false,
    displayName: name,
    foreignKeyName: null,
    insertable: true,
    joinColumns: [],
    numberType: false,
    textType: true,
    updatable: true,
    ...more,
  });
  const none = { apexType: null, insertable: false, textType: false, updatable: false };
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toBe(
    JSON.stringify({
      columnMetadata: [
        column('Name'),
        column('Owner', {
          ...none,
          foreignKeyName: 'OwnerId',
          joinColumns: [column('Name', { insertable: false, updatable: false }), column('Email')],
        }),
        column('Contacts', { ...none, aggregate: true, joinColumns: [column('LastName')] }),
      ],
      entityName: 'Account',
      groupBy: false,
      idSelected: false,
      keyPrefix: '001',
    }),
  );
  expect(aggregate.body).toMatchObject({
    columnMetadata: [
      { columnName: 'AccountId', apexType: 'Id', aggregate: false, textType: false },
      { columnName: 'expr0', displayName: 'avg(Amount)', apexType: null, aggregate: true, numberType: true },
    ],
    entityName: 'Opportunity',
    groupBy: true,
  });
});
