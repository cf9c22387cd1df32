import { expect, it } from 'vitest';
import { operations } from '../../src/operations/index.ts';
import { refusedMethods } from '../../src/operations/refused-methods.ts';
import { createEmulatorRig } from '../emulator-rig.ts';

it.each([
  ['PATCH', '/sobjects/Account', 'HEAD,GET,POST'],
  ['PUT', '/sobjects/Account', 'HEAD,GET,POST'],
  ['DELETE', '/sobjects/Account', 'HEAD,GET,POST'],
  ['POST', '/sobjects/Account/001000000000001AAA', 'HEAD,GET,PATCH,DELETE'],
  ['PUT', '/sobjects/Account/001000000000001', 'HEAD,GET,PATCH,DELETE'],
  ['POST', '/limits', 'HEAD,GET'],
  ['DELETE', '/query?q=SELECT+Id+FROM+Account', 'HEAD,GET'],
  ['GET', '/composite/batch', 'POST'],
  ['POST', '/composite/sobjects/Account/Ext__c', 'PATCH'],
  ['GET', '/jobs/ingest/750000000000001AAA/batches', 'PUT'],
  ['PUT', '/tooling/sobjects/PackageVersion', 'HEAD,GET,POST'],
  ['PATCH', '/ui-api/object-info/Account', 'GET,HEAD'],
])('answers %s %s with 405 and what is allowed, as clients were told', async (method, path, allowed) => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call(
    method,
    path,
    ['GET', 'DELETE'].includes(method) ? undefined : { Name: 'Acme' },
  );

  expect(status).toBe(405);
  expect(JSON.stringify(body)).toBe(
    `[{"errorCode":"METHOD_NOT_ALLOWED","message":"HTTP Method '${method}' not allowed. Allowed are ${allowed}"}]`,
  );
  expect(rig.emulator.count('Account')).toBe(0);
});

it('refuses after the session and the object, and as a call that counts', async () => {
  await using rig = await createEmulatorRig();

  const nobody = await rig.call('POST', '/limits', {}, { authorization: 'Bearer none' });
  const noObject = await rig.call('PUT', '/sobjects/Nothing__c', {});
  const refused = await rig.call('POST', '/limits', {});

  expect([nobody.status, noObject.status, refused.status]).toEqual([401, 404, 405]);
  expect(refused.headers.get('sforce-limit-info')).toBe('api-usage=2/100000');
});

it('answers a subrequest as well', async () => {
  await using rig = await createEmulatorRig();

  const { body } = await rig.call('POST', '/composite', {
    compositeRequest: [{ method: 'PUT', url: '/services/data/v66.0/sobjects/Account', referenceId: 'a', body: {} }],
  });

  expect(body).toMatchObject({
    compositeResponse: [{ httpStatusCode: 405, body: [{ errorCode: 'METHOD_NOT_ALLOWED' }] }],
  });
});

it('refuses nothing that an operation answers', () => {
  const answered = new Set(operations.map(({ method, path }) => `${method} ${path}`));

  const refused = refusedMethods(operations).map(({ method, path }) => `${method} ${path.replace(/\(.*?\)/, '')}`);

  expect(refused.filter((route) => answered.has(route))).toEqual([]);
});
