import { fileURLToPath } from 'node:url';
import { createPlatformClient } from '@uman/contracts/client';
import { temporalClient } from '@uman/testing';
import { describe, expect, it } from 'vitest';
import { aConnectedOrg, type ConnectedOrg } from './a-connected-org.ts';
import { aDeal, ONE_DEAL } from './a-deal.ts';
import { countsOf } from './counts-of.ts';
import { untilSending } from './until-sending.ts';
import { startWorkerProcess } from './worker-process.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

function install({ emulator }: ConnectedOrg): void {
  emulator.install({ directory: `${repository}force-app/main`, namespace: 'uman' });
  emulator.install({ directory: fileURLToPath(new URL('metadata', import.meta.url)) });
}

// One after the other: they share the task queue that is the contract's.
describe('the worker as a process', () => {
  it('names every variable that is missing, and ends with 1', async () => {
    const { ended, lines } = startWorkerProcess('built', {});

    expect(await ended).toBe(1);
    for (const name of [
      'DATABASE_URL',
      'UMAN_OAUTH_CLIENT_ID',
      'UMAN_OAUTH_CLIENT_SECRET',
      'UMAN_OAUTH_REDIRECT_URI',
    ]) {
      expect(lines.join('\n')).toContain(name);
    }
  });

  it('runs as it is built, and ends in good order when it is told to', async () => {
    const org = await aConnectedOrg();
    install(org);
    const uman = createPlatformClient({ client: await temporalClient() });
    const { child, ready, ended } = startWorkerProcess('built', org.environment);
    await ready;

    const result = await uman.writeDeal(aDeal(org.connectionId));

    expect(result).toMatchObject({ outcome: 'written', apiCalls: 1 });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('is told to end in the middle of a write, and ends after the answer', async () => {
    const org = await aConnectedOrg();
    install(org);
    const temporal = await temporalClient();
    const uman = createPlatformClient({ client: temporal });
    const { child, ready, ended } = startWorkerProcess('sources', org.environment);
    await ready;
    org.emulator.clearRequests();
    org.emulator.faults.delayNext(2_000, { method: 'POST', path: /\/composite$/ });

    const write = await uman.start.writeDeal(aDeal(org.connectionId));
    await untilSending(temporal, write.workflowId);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);

    // The answer is with Temporal; whoever comes next only has to take note of it.
    expect(org.emulator.apiCalls()).toBe(1);
    const next = startWorkerProcess('sources', org.environment);
    expect(await write.result()).toMatchObject({ outcome: 'written', record: { created: true }, apiCalls: 1 });
    expect(org.emulator.apiCalls()).toBe(1);
    expect(countsOf(org.emulator)).toEqual(ONE_DEAL);
    next.child.kill('SIGTERM');
    await next.ended;
  });

  it('is killed in the middle of a write, and another one ends it once', async () => {
    const org = await aConnectedOrg();
    install(org);
    const temporal = await temporalClient();
    const uman = createPlatformClient({ client: temporal });
    const first = startWorkerProcess('sources', org.environment);
    await first.ready;
    org.emulator.faults.delayNext(1_500, { method: 'POST', path: /\/composite$/ });

    const write = await uman.start.writeDeal(aDeal(org.connectionId));
    await untilSending(temporal, write.workflowId);
    first.child.kill('SIGKILL');
    const second = startWorkerProcess('sources', org.environment);
    const result = await write.result();

    expect(result).toMatchObject({ outcome: 'written', record: { created: true } });
    expect(countsOf(org.emulator)).toEqual(ONE_DEAL);
    second.child.kill('SIGTERM');
    await second.ended;
  });
});
