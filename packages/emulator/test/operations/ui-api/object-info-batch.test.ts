import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('GET /ui-api/object-info/batch/{objects} answers for each by itself', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('GET', '/ui-api/object-info/batch/Account,UserRole');
  const single = await rig.call('GET', '/ui-api/object-info/Account');

  expect(status).toBe(200);
  expect(body).toEqual({
    hasErrors: true,
    results: [
      { result: single.body, statusCode: 200 },
      {
        result: [{ errorCode: 'INVALID_TYPE', message: 'Object UserRole is not supported in UI API' }],
        statusCode: 400,
      },
    ],
  });
});
