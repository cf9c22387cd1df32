import { expect, it } from 'vitest';
import { createPackagingRig } from '../../packaging/packaging-rig.ts';

it('describes an object with the URLs of the Tooling API', async () => {
  await using rig = await createPackagingRig();

  const { body } = await rig.call('GET', '/tooling/sobjects/Package2/describe');

  expect(body).toMatchObject({
    name: 'Package2',
    keyPrefix: '0Ho',
    urls: { sobject: '/services/data/v66.0/tooling/sobjects/Package2' },
  });
});
