import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';
import { archive, metadataClient, regionArchive } from './metadata-rig.ts';

it('deploys an archive that is sent as a form, and tells how it went', async () => {
  await using rig = await createEmulatorRig();
  const form = new FormData();
  form.append(
    'entity_content',
    new Blob([JSON.stringify({ deployOptions: { rollbackOnError: true } })], { type: 'application/json' }),
  );
  form.append('file', new Blob([new Uint8Array(archive(regionArchive))], { type: 'application/zip' }), 'package.zip');

  const posted = await fetch(`${rig.emulator.url}/services/data/v66.0/metadata/deployRequest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rig.accessToken}` },
    body: form,
  });
  const { id } = (await posted.json()) as { id: string };
  const short = await rig.call('GET', `/metadata/deployRequest/${id}`);
  const whole = await rig.call('GET', `/metadata/deployRequest/${id}?includeDetails=true`);

  expect(posted.status).toBe(201);
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
