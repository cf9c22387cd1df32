import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../../emulator-rig.ts';
import { archive, metadataClient, regionArchive } from '../metadata-rig.ts';

it('cancels at once what waits', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  rig.emulator.holdDeployments(true);
  const { id } = await metadata.deploy(archive(regionArchive), {});
  const waiting = await metadata.checkDeployStatus(id, true);

  const canceled = await metadata.cancelDeploy(id);
  rig.emulator.holdDeployments(false);
  const status = await metadata.checkDeployStatus(id);

  expect(waiting).toMatchObject({ id, status: 'Pending', done: false, numberComponentsTotal: 0 });
  expect(canceled).toEqual({ id, done: 'true' });
  expect(status).toMatchObject({ status: 'Canceled', done: true, success: false, canceledByName: 'Emulated Admin' });
  expect((await rig.call('GET', '/sobjects/Region__c')).status).toBe(404);
});

it('is not done at once where the deployment has begun', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  rig.emulator.holdDeployments('InProgress');
  const { id } = await metadata.deploy(archive(regionArchive), {});
  const begun = await metadata.checkDeployStatus(id);

  const canceled = await metadata.cancelDeploy(id);
  const status = await metadata.checkDeployStatus(id);

  expect(begun).toMatchObject({ status: 'InProgress', done: false });
  expect(canceled).toMatchObject({ id, done: 'false' });
  expect(status).toMatchObject({ status: 'Canceled', done: true });
});

it('refuses what is over, and what there is not', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  const { id } = await metadata.deploy(archive(regionArchive), {}).complete();

  const over = metadata.cancelDeploy(id);
  const unknown = metadata.cancelDeploy('0Af000000000001AAA');

  await expect(over).rejects.toThrow('INVALID_ID_FIELD: Deployment already completed');
  await expect(unknown).rejects.toThrow('INVALID_ID_FIELD: Invalid deploy ID');
});
