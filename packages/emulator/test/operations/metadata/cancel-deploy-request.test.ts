import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';
import { archive, metadataClient, postArchive, regionArchive } from './metadata-rig.ts';

const cancel = { deployResult: { status: 'Canceling' } };

it('cancels at once what waits, and says by whom', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.holdDeployments(true);
  const { id } = await postArchive(rig, regionArchive);

  const answer = await rig.call('PATCH', `/metadata/deployRequest/${id}`, cancel);
  rig.emulator.holdDeployments(false);
  const later = await rig.call('GET', `/metadata/deployRequest/${id}`);

  expect(answer.status).toBe(200);
  const canceled = {
    id,
    status: 'Canceled',
    done: true,
    success: false,
    canceledBy: rig.emulator.admin.userId,
    canceledByName: 'Emulated Admin',
  };
  expect(answer.body).toMatchObject({ id, deployResult: { ...canceled, details: { componentSuccesses: [] } } });
  expect(later.body).toMatchObject({ deployResult: canceled });
  expect((await rig.call('GET', '/sobjects/Region__c')).status).toBe(404);
});

it('is canceling first where the deployment has begun', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.holdDeployments('InProgress');
  const { id } = await postArchive(rig, regionArchive);
  const before = await rig.call('GET', `/metadata/deployRequest/${id}`);

  const answer = await rig.call('PATCH', `/metadata/deployRequest/${id}`, cancel);
  const later = await rig.call('GET', `/metadata/deployRequest/${id}`);

  expect(before.body).toMatchObject({ deployResult: { status: 'InProgress', done: false } });
  expect(answer.body).toMatchObject({ deployResult: { status: 'Canceling', done: false } });
  expect(later.body).toMatchObject({ deployResult: { status: 'Canceled', done: true } });
});

it('does not pretend to know what cancelling a finished deployment answers', async () => {
  await using rig = await createEmulatorRig();
  const { id } = await metadataClient(rig).metadata.deploy(archive(regionArchive), {}).complete();

  const answer = await rig.call('PATCH', `/metadata/deployRequest/${id}`, cancel);

  expect(answer.status).toBe(501);
});

it('takes no other state, and no deployment that there is not', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.holdDeployments(true);
  const { id } = await postArchive(rig, regionArchive);

  const other = await rig.call('PATCH', `/metadata/deployRequest/${id}`, { deployResult: { status: 'Succeeded' } });
  const unknown = await rig.call('PATCH', '/metadata/deployRequest/0Af000000000001AAA', cancel);

  expect(other.status).toBe(400);
  expect(other.body).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
  expect(unknown.status).toBe(404);
  expect(unknown.body).toMatchObject([{ errorCode: 'NOT_FOUND' }]);
});
