import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('answers for each subrequest, keeps what succeeded, and counts each as a call', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'Acme' });
  rig.emulator.clearRequests();

  const { status, body, headers } = await rig.call('POST', '/composite/batch', {
    batchRequests: [
      { method: 'PATCH', url: `v66.0/sobjects/account/${id}`, richInput: { Name: 'New' } },
      { method: 'GET', url: `v66.0/sobjects/account/${id}?fields=Name` },
      { method: 'Get', url: 'v66.0/query/?q=SELECT+Id+FROM+Nothing' },
      { method: 'GET', url: 'v66.0/limits' },
    ],
  });

  expect(status).toBe(200);
  expect(body).toMatchObject({
    hasErrors: true,
    results: [
      { statusCode: 204, result: null },
      { statusCode: 200, result: { Name: 'New' } },
      { statusCode: 400, result: [{ errorCode: 'INVALID_TYPE' }] },
      { statusCode: 200, result: { DailyApiRequests: { Max: 100_000 } } },
    ],
  });
  expect(headers.get('sforce-limit-info')).toBe('api-usage=5/100000');
  expect(rig.emulator.apiCalls()).toBe(4);
  expect(rig.emulator.requests()).toMatchObject([{ apiCall: true, apiCalls: 4, subrequests: 4 }]);
});

it('halts after an error when it is asked to', async () => {
  await using rig = await createEmulatorRig();

  const { body } = await rig.call('POST', '/composite/batch', {
    haltOnError: true,
    batchRequests: [
      { method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: 'A' } },
      { method: 'POST', url: 'v66.0/sobjects/Account', richInput: {} },
      { method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: 'B' } },
    ],
  });

  expect(body).toMatchObject({
    hasErrors: true,
    results: [
      { statusCode: 201 },
      { statusCode: 400 },
      { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] },
    ],
  });
  expect(rig.emulator.records('Account').map(({ Name }) => Name)).toEqual(['A']);
  expect(rig.emulator.apiCalls()).toBe(2);
});

it('has the daily limit end within a batch', async () => {
  await using rig = await createEmulatorRig({ dailyApiRequests: 2 });
  const request = { method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: 'A' } };

  const { body } = await rig.call('POST', '/composite/batch', { batchRequests: [request, request, request] });

  expect(body).toMatchObject({ results: [{ statusCode: 201 }, { statusCode: 201 }, { statusCode: 403 }] });
  expect(rig.emulator.count('Account')).toBe(2);
  expect((await rig.call('GET', '/limits')).status).toBe(403);
});

it.each<[string, object]>([
  ['26 subrequests', { batchRequests: Array.from({ length: 26 }, () => ({ method: 'GET', url: 'v66.0/limits' })) }],
  ['a binary part', { batchRequests: [{ method: 'POST', url: 'v66.0/sobjects/Document', binaryPartName: 'a' }] }],
  ['a URL without version', { batchRequests: [{ method: 'GET', url: '/sobjects' }] }],
  ['a composite in it', { batchRequests: [{ method: 'POST', url: 'v66.0/composite', richInput: {} }] }],
])('refuses %s with 501', async (_, body) => {
  await using rig = await createEmulatorRig();

  expect((await rig.call('POST', '/composite/batch', body)).status).toBe(501);
});
