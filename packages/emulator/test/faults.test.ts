import { expect, it } from 'vitest';
import { createEmulatorRig } from './emulator-rig.ts';

it('drops an answer after the work is committed', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.faults.dropAnswerAfterCommit({ method: 'POST', path: '/sobjects/Account' });

  await expect(rig.call('POST', '/sobjects/Account', { Name: 'Acme' })).rejects.toThrow('fetch failed');
  const next = await rig.call('POST', '/sobjects/Account', { Name: 'Acme 2' });

  expect(next.status).toBe(201);
  expect(rig.emulator.count('Account')).toBe(2);
  expect(rig.emulator.requests().map(({ status, dropped }) => ({ status, dropped }))).toEqual([
    { status: 201, dropped: true },
    { status: 201, dropped: false },
  ]);
});

it('answers something else instead of handling, as often as told', async () => {
  await using rig = await createEmulatorRig();
  const answer = {
    status: 400,
    body: [
      { message: 'unable to obtain exclusive access to this record', errorCode: 'UNABLE_TO_LOCK_ROW', fields: [] },
    ],
  };
  rig.emulator.faults.failNext(answer, { path: /\/sobjects\/\w+$/, times: 2 });

  const first = await rig.call('POST', '/sobjects/Account', { Name: 'Acme' });
  const other = await rig.call('GET', '/limits');
  const second = await rig.call('POST', '/sobjects/Account', { Name: 'Acme' });
  const third = await rig.call('POST', '/sobjects/Account', { Name: 'Acme' });

  expect([first.status, other.status, second.status, third.status]).toEqual([400, 200, 400, 201]);
  expect(first.body).toEqual(answer.body);
  expect(first.headers.has('sforce-limit-info')).toBe(true);
  expect(rig.emulator.count('Account')).toBe(1);
});

it('answers a page of HTML, which counts as no API call', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.faults.failNext({ status: 502, body: '<html><body>Bad Gateway</body></html>' });

  const { status, headers, body } = await rig.call('GET', '/limits');

  expect(status).toBe(502);
  expect(headers.get('content-type')).toContain('text/html');
  expect(body).toContain('Bad Gateway');
  expect(rig.emulator.apiCalls()).toBe(0);
});

it('handles a request later, and others meanwhile', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.faults.delayNext(300, { path: 'Slow' });
  const finished: string[] = [];

  await Promise.all([
    rig.call('GET', '/query?q=SELECT+Id+FROM+Slow').then(() => finished.push('slow')),
    rig.call('GET', '/limits').then(() => finished.push('fast')),
  ]);

  expect(finished).toEqual(['fast', 'slow']);
});

it('forgets its faults when told to', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.faults.failNext({ status: 503, body: [] });

  rig.emulator.faults.clear();

  expect((await rig.call('GET', '/limits')).status).toBe(200);
});

it('closes at once although a request is being delayed', async () => {
  const rig = await createEmulatorRig();
  rig.emulator.faults.delayNext(60_000, { path: '/limits' });
  const waiting = rig.call('GET', '/limits').catch((error: unknown) => error);
  await expect.poll(() => fetch(`${rig.emulator.url}/services/data`).then((r) => r.status)).toBe(200);

  await rig.emulator.close();

  expect(await waiting).toBeInstanceOf(TypeError);
});
