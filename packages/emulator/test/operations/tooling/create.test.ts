import { expect, it } from 'vitest';
import { createPackagingRig, versionInfo } from '../../packaging/packaging-rig.ts';

it('takes a file as a part of a form', async () => {
  await using rig = await createPackagingRig();
  const packageId = await rig.createPackage();
  const form = new FormData();
  const json = new Blob([JSON.stringify({ Package2Id: packageId })], { type: 'application/json' });
  form.append('Package2VersionCreateRequest', json);
  form.append(
    'VersionInfo',
    new Blob([new Uint8Array(versionInfo(packageId, {}))], { type: 'application/zip' }),
    'info.zip',
  );

  const posted = await fetch(`${rig.emulator.url}/services/data/v66.0/tooling/sobjects/Package2VersionCreateRequest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rig.accessToken}` },
    body: form,
  });
  const answer = (await posted.json()) as { id: string };

  expect(posted.status).toBe(201);
  expect(answer).toEqual({ id: answer.id, success: true, errors: [], warnings: [], infos: [] });
  const request = await rig.over(rig.emulator, 'Package2VersionCreateRequest', answer.id);
  expect(request).toMatchObject({ Status: 'Success' });
});

it.each([
  ['an object that there is not', 'Nothing', {}, 404],
  ['a field that there is not', 'Package2', { Colour: 'red' }, 400],
  ['a required field that is missing', 'Package2', { ContainerOptions: 'Managed' }, 400],
  ['an object that is not created by clients', 'Package2Version', {}, 400],
])('refuses %s', async (_, object, body, status) => {
  await using rig = await createPackagingRig();

  const answer = await rig.call('POST', `/tooling/sobjects/${object}`, body);

  expect(answer.status).toBe(status);
});

it.each(['CalcTransitiveDependencies', 'IsDevUsePkgZipRequested'])('does not make a version as %s', async (option) => {
  await using rig = await createPackagingRig();
  const packageId = await rig.createPackage();

  const { status } = await rig.call('POST', '/tooling/sobjects/Package2VersionCreateRequest', {
    Package2Id: packageId,
    [option]: true,
  });

  expect(status).toBe(501);
});
