import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it.each([
  ['PATCH', '/sobjects/Account', 'HEAD,GET,POST'],
  ['PUT', '/sobjects/Account', 'HEAD,GET,POST'],
  ['DELETE', '/sobjects/Account', 'HEAD,GET,POST'],
  ['POST', '/sobjects/Account/001000000000001AAA', 'HEAD,GET,PATCH,DELETE'],
  ['PUT', '/sobjects/Account/001000000000001', 'HEAD,GET,PATCH,DELETE'],
])('answers %s %s with 405 and what is allowed, as clients were told', async (method, path, allowed) => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call(method, path, method === 'DELETE' ? undefined : { Name: 'Acme' });

  expect(status).toBe(405);
  expect(JSON.stringify(body)).toBe(
    `[{"errorCode":"METHOD_NOT_ALLOWED","message":"HTTP Method '${method}' not allowed. Allowed are ${allowed}"}]`,
  );
  expect(rig.emulator.count('Account')).toBe(0);
});
