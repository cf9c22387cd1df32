import { expect, it } from 'vitest';
import { createPackagingRig } from '../../packaging/packaging-rig.ts';

it('lists the objects that this kind of org has', async () => {
  await using rig = await createPackagingRig();
  const scratch = rig.emulator.createOrg({ kind: 'scratch' }).issueSession();
  const namesOf = (body: unknown): string[] =>
    (body as { sobjects: { name: string }[] }).sobjects.map(({ name }) => name);

  const hub = await rig.call('GET', '/tooling/sobjects');
  const other = await rig.call('GET', '/tooling/sobjects', undefined, {
    authorization: `Bearer ${scratch.accessToken}`,
  });

  expect(namesOf(hub.body)).toEqual(expect.arrayContaining(['Package2', 'SandboxInfo', 'PackageInstallRequest']));
  expect(namesOf(other.body)).toContain('SourceMember');
  expect(namesOf(other.body)).not.toContain('Package2');
});
