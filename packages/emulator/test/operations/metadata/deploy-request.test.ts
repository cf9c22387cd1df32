import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';
import { archive, metadataClient, postArchive, regionArchive } from './metadata-rig.ts';

it('deploys an archive that is sent as a form, and tells how it went', async () => {
  await using rig = await createEmulatorRig();

  const { id, deployResult } = await postArchive(rig, regionArchive);
  const short = await rig.call('GET', `/metadata/deployRequest/${id}`);
  const whole = await rig.call('GET', `/metadata/deployRequest/${id.slice(0, 15)}?includeDetails=true`);

  expect(deployResult).toMatchObject({ id, status: 'Pending', done: false, success: false });
  expect(id).toMatch(/^0Af\w{15}$/);
  expect(short.body).toMatchObject({ id, deployResult: { id, status: 'Succeeded', success: true } });
  expect((short.body as { deployResult: object }).deployResult).not.toHaveProperty('details');
  expect(whole.body).toMatchObject({
    deployResult: { details: { componentSuccesses: [{ fullName: 'Region__c' }, {}, {}], componentFailures: [] } },
  });
});

it('deploys what was validated', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  const options = { checkOnly: true, testLevel: 'RunLocalTests' } as const;
  const validation = await metadata.deployRest(archive(regionArchive), options).complete({ rest: true } as never);

  const id = await metadata.deployRecentValidation({ id: validation.id, rest: true });

  expect(id).not.toBe(validation.id);
  expect((await rig.call('GET', '/sobjects/Region__c')).status).toBe(200);
});

it('answers 404 for a deployment that there is not', async () => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('GET', '/metadata/deployRequest/0Af000000000001AAA');

  expect(answer.status).toBe(404);
});
