import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';
import { archive, metadataClient, regionArchive } from './metadata-rig.ts';

it('does not pretend to know what cancelling a finished deployment answers', async () => {
  await using rig = await createEmulatorRig();
  const { id } = await metadataClient(rig).metadata.deploy(archive(regionArchive), {}).complete();

  const answer = await rig.call('PATCH', `/metadata/deployRequest/${id}`, { deployResult: { status: 'Canceling' } });

  expect(answer.status).toBe(501);
});
