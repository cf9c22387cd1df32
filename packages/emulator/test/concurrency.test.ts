import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata, type EmulatorRig } from './emulator-rig.ts';

const V = '/services/data/v66.0';

it('lets one of many composites with the same unique key win, and undoes the others as a whole', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const write = {
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: `${V}/sobjects/Account`, referenceId: 'a', body: { Name: 'Acme' } },
      { method: 'POST', url: `${V}/sobjects/Region__c`, referenceId: 'r', body: { Name: 'EMEA', Code__c: 'EMEA' } },
    ],
  };

  const answers = await Promise.all(Array.from({ length: 10 }, () => rig.call('POST', '/composite', write)));

  const statuses = answers.map(({ body }) =>
    (body as { compositeResponse: { httpStatusCode: number }[] }).compositeResponse.map((part) => part.httpStatusCode),
  );
  expect(statuses.filter(([account]) => account === 201)).toEqual([[201, 201]]);
  expect(statuses.filter(([account]) => account === 400)).toHaveLength(9);
  expect([rig.emulator.count('Account'), rig.emulator.count('Region__c')]).toEqual([1, 1]);
});

it('writes nothing for a client that leaves while it sends, and takes no fault for it', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.faults.failNext({ status: 503, body: [] }, { method: 'POST' });

  const socket = await startUpload(rig, '{"Name":"Acme"}'.length, '{"Name":');
  socket.destroy();
  await once(socket, 'close');
  const first = await rig.call('POST', '/sobjects/Account', { Name: 'Acme' });
  const second = await rig.call('POST', '/sobjects/Account', { Name: 'Acme' });

  expect([first.status, second.status]).toEqual([503, 201]);
  expect(rig.emulator.count('Account')).toBe(1);
});

it('serves others while one client is slow to send', async () => {
  await using rig = await createEmulatorRig();
  const body = '{"Name":"Slow"}';

  const socket = await startUpload(rig, body.length, body.slice(0, 5));
  const other = await rig.call('POST', '/sobjects/Account', { Name: 'Quick' });
  socket.write(body.slice(5));
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();

  expect(other.status).toBe(201);
  expect(String(head)).toMatch(/^HTTP\/1\.1 201 /);
  expect(rig.emulator.records('Account')).toMatchObject([{ Name: 'Quick' }, { Name: 'Slow' }]);
});

it('keeps two orgs of one process apart', async () => {
  await using one = await createEmulatorRig({ install: [salesMetadata] });
  await using two = await createEmulatorRig();
  await one.create('Region__c', { Name: 'EMEA', Code__c: 'EMEA' });

  const crossed = await fetch(`${two.emulator.url}${V}/limits`, {
    headers: { authorization: `Bearer ${one.accessToken}` },
  });
  const unknown = await two.call('GET', '/sobjects/Region__c');

  expect([crossed.status, unknown.status]).toEqual([401, 404]);
  expect(two.emulator.requests()).toHaveLength(2);
  expect(one.emulator.org.id).not.toBe(two.emulator.org.id);
});

async function startUpload(rig: EmulatorRig, length: number, beginning: string) {
  const socket = connect(Number(new URL(rig.emulator.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    [
      `POST ${V}/sobjects/Account HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: Bearer ${rig.accessToken}`,
      'Content-Type: application/json',
      `Content-Length: ${length}`,
      '',
      beginning,
    ].join('\r\n'),
  );
  return socket;
}
