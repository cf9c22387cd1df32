import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createRig, type Rig } from './rig.ts';
import type { SiblingResult, SiblingTask } from './sibling-process.ts';

const program = fileURLToPath(new URL('sibling-process.ts', import.meta.url));

/** Another process on the same database, connected and waiting for the word. */
async function aSibling(rig: Rig, task: Omit<SiblingTask, 'sibling'>): Promise<ChildProcess> {
  const child = fork(program, { execArgv: ['--conditions=development'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.send({ ...task, sibling: rig.sibling } satisfies SiblingTask);
  await once(child, 'message');
  return child;
}

async function run(child: ChildProcess): Promise<SiblingResult[]> {
  const answered = once(child, 'message');
  child.send('go');
  const [results] = (await answered) as [SiblingResult[]];
  return results;
}

it('makes one token call of 20 refreshes in two processes, and gives all of them its token', async () => {
  const rig = await createRig();
  const { id } = await rig.connect();
  const task = { connectionId: id, rejectedGeneration: 1, calls: 10 };
  const siblings = await Promise.all([aSibling(rig, task), aSibling(rig, task)]);
  rig.org.emulator.clearRequests();

  const results = (await Promise.all(siblings.map(run))).flat();

  const { accessToken } = await rig.connections.accessToken(id);
  const tokenHash = createHash('sha256').update(accessToken).digest('hex');
  expect(results).toEqual(Array.from({ length: 20 }, () => ({ generation: 2, tokenHash })));
  expect(rig.org.tokenCalls()).toBe(1);
  expect(await rig.org.isLive(accessToken)).toBe(true);
});

it('stays right over many generations in two processes', async () => {
  const rig = await createRig();
  const { id } = await rig.connect();

  for (let rejectedGeneration = 1; rejectedGeneration <= 3; rejectedGeneration++) {
    const task = { connectionId: id, rejectedGeneration, calls: 5 };
    // oxlint-disable-next-line no-await-in-loop -- each generation follows from the one before
    await Promise.all((await Promise.all([aSibling(rig, task), aSibling(rig, task)])).map(run));
  }

  const token = await rig.connections.accessToken(id);
  expect(token.generation).toBe(4);
  expect(await rig.org.isLive(token.accessToken)).toBe(true);
  expect(rig.org.tokenCalls()).toBe(1 + 3);
});

it('asks for the user, and does not replay, when a process dies between the answer and its commit', async () => {
  const rig = await createRig();
  const middle = await rig.manInTheMiddle();
  const { id } = await rig.connect({ loginUrl: middle.url });
  const doomed = await aSibling(rig, { connectionId: id, rejectedGeneration: 1, calls: 1 });
  const { held, release } = middle.holdNext();
  doomed.send('go');
  await held;
  doomed.kill('SIGKILL');
  await once(doomed, 'exit');
  release('send');

  const refreshing = rig.connections.refresh(id, { rejectedGeneration: 1 });

  await expect(refreshing).rejects.toMatchObject({
    code: 'CONNECTION_REAUTHORIZATION_REQUIRED',
    connectionId: id,
    reason: 'refresh_interrupted',
  });
  expect(rig.org.tokenCalls()).toBe(2);
  expect(await rig.connections.get(id)).toMatchObject({
    status: 'reauthorization_required',
    reauthorizationReason: 'refresh_interrupted',
  });

  const again = await rig.connect({ reconnect: id });
  const token = await rig.connections.refresh(again.id, { rejectedGeneration: 2 });
  expect(token.generation).toBe(3);
  expect(await rig.org.isLive(token.accessToken)).toBe(true);
});
