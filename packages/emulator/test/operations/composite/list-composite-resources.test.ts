import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('names the composite resources that are there', async () => {
  await using rig = await createEmulatorRig();

  const now = await rig.call('GET', '/composite');
  const then = await rig.call('GET', '/services/data/v42.0/composite');

  expect(now.body).toEqual({
    tree: '/services/data/v66.0/composite/tree',
    batch: '/services/data/v66.0/composite/batch',
    sobjects: '/services/data/v66.0/composite/sobjects',
    graph: '/services/data/v66.0/composite/graph',
  });
  expect(Object.keys(then.body as object)).toEqual(['tree', 'batch', 'sobjects']);
});
