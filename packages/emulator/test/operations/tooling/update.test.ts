import { expect, it } from 'vitest';
import { createPackagingRig } from '../../packaging/packaging-rig.ts';

it('changes what may be changed', async () => {
  await using rig = await createPackagingRig();
  const id = await rig.createPackage();

  const renamed = await rig.call('PATCH', `/tooling/sobjects/Package2/${id}`, { Name: 'Areas' });
  const moved = await rig.call('PATCH', `/tooling/sobjects/Package2/${id}`, { NamespacePrefix: 'other' });

  expect(renamed.status).toBe(204);
  expect(moved.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['NamespacePrefix'] }]);
  expect(await rig.toolingQuery(rig.emulator, 'SELECT Name, NamespacePrefix FROM Package2')).toMatchObject([
    { Name: 'Areas', NamespacePrefix: 'acme' },
  ]);
});
