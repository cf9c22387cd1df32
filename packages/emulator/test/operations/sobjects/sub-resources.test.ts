import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it.each([
  ['GET', '/sobjects/Account/deleted'],
  ['GET', '/sobjects/Account/listviews'],
  ['GET', '/sobjects/Account/describe/compactLayouts'],
  ['GET', '/sobjects/Account/describe/approvalLayouts'],
  ['GET', '/sobjects/Account/quickActions/Edit'],
  ['PATCH', '/sobjects/Contact/Email/'],
  ['GET', '/sobjects/Contact/Email/'],
  ['DELETE', '/sobjects/Contact/Email/'],
  ['PATCH', '/sobjects/Contact/Email/%20'],
])('answers 501 to %s %s, which Salesforce has or answers in its own way', async (method, path) => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call(method, path, method === 'PATCH' ? { LastName: 'Lee' } : undefined);

  expect(status).toBe(501);
  expect(body).toMatchObject([
    { errorCode: 'NOT_EMULATED', message: expect.stringContaining(`${method} /services/data/v66.0/sobjects/`) },
  ]);
});

it.each(['PATCH', 'GET', 'DELETE'])('does not ignore the condition of a %s by external id', async (method) => {
  await using rig = await createEmulatorRig();
  await rig.create('Contact', { LastName: 'Lee', Email: 'lee@uman.test' });
  const body = method === 'PATCH' ? { LastName: 'Ray' } : undefined;

  const { status } = await rig.call(method, '/sobjects/Contact/Email/lee%40uman.test', body, { 'if-match': '"x"' });

  expect(status).toBe(501);
  expect(rig.emulator.records('Contact')).toMatchObject([{ LastName: 'Lee' }]);
});
