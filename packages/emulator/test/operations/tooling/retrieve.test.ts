import { expect, it } from 'vitest';
import { createPackagingRig } from '../../packaging/packaging-rig.ts';

it('gives every field of a record', async () => {
  await using rig = await createPackagingRig();
  const id = await rig.createPackage({ Description: 'Regions of the world' });

  const { body } = await rig.call('GET', `/tooling/sobjects/Package2/${id}`);

  expect(body).toMatchObject({
    attributes: { type: 'Package2', url: `/services/data/v66.0/tooling/sobjects/Package2/${id}` },
    Id: id,
    Description: 'Regions of the world',
    SubscriberPackageId: expect.stringMatching(/^033/) as string,
    IsDeprecated: false,
  });
});

it('answers 404 for a record that there is not', async () => {
  await using rig = await createPackagingRig();

  expect((await rig.call('GET', '/tooling/sobjects/Package2/0Ho000000000001AAA')).status).toBe(404);
});
