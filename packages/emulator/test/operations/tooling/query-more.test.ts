import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('refuses a locator that there is not', async () => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('GET', '/tooling/query/0r8000000000000-2000');

  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject([{ errorCode: 'INVALID_QUERY_LOCATOR' }]);
});
