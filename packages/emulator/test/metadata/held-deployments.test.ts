import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { archive, metadataClient, postArchive, regionArchive } from '../operations/metadata/metadata-rig.ts';

async function hold({ emulator }: EmulatorRig, held: unknown): Promise<number> {
  const response = await fetch(`${emulator.url}/__emulator/deployments`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ held }),
  });
  return response.status;
}

const hasRegion = async (rig: EmulatorRig): Promise<boolean> =>
  (await rig.call('GET', '/sobjects/Region__c')).status === 200;

it('keeps deployments from going on until they are let go, one after the other', async () => {
  await using rig = await createEmulatorRig();
  const { metadata } = metadataClient(rig);
  const statusOf = async (id: string): Promise<string> => (await metadata.checkDeployStatus(id)).status;

  const set = await hold(rig, true);
  const first = await postArchive(rig, regionArchive);
  const second = await postArchive(rig, regionArchive);
  const waiting = [await statusOf(first.id), await statusOf(second.id), await hasRegion(rig)];
  await hold(rig, 'InProgress');
  const begun = [await statusOf(first.id), await statusOf(second.id), await hasRegion(rig)];
  await hold(rig, false);
  const over = [await statusOf(first.id), await statusOf(second.id), await hasRegion(rig)];

  expect(set).toBe(200);
  expect(waiting).toEqual(['Pending', 'Pending', false]);
  expect(begun).toEqual(['InProgress', 'Pending', false]);
  expect(over).toEqual(['Succeeded', 'Succeeded', true]);
  expect(await hold(rig, 'Failed')).toBe(400);
});

it('takes up again what waited when the process ended', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'emulator-'));
  const data = join(directory, 'org.sqlite');
  try {
    const ids: string[] = [];
    {
      await using rig = await createEmulatorRig({ data });
      rig.emulator.holdDeployments('InProgress');
      ids.push((await postArchive(rig, regionArchive)).id);
      ids.push((await metadataClient(rig).metadata.deploy(archive(regionArchive), {})).id);
    }

    await using rig = await createEmulatorRig({ data });
    const { metadata } = metadataClient(rig);
    const before = await metadata.checkDeployStatus(ids[0] ?? '');
    rig.emulator.holdDeployments(false);
    const after = await Promise.all(ids.map((id) => metadata.checkDeployStatus(id)));

    expect(before).toMatchObject({ status: 'InProgress', done: false });
    expect(after).toMatchObject([{ status: 'Succeeded' }, { status: 'Succeeded' }]);
    expect(await hasRegion(rig)).toBe(true);
  } finally {
    await rm(directory, { recursive: true });
  }
});
