import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGuardian, type Guardian } from '../src/guardian/create-guardian.ts';
import { startServer, type StartServerOptions } from '../src/start-server.ts';
import { aFolder, aState } from './a-state.ts';

describe('startServer', () => {
  it('takes another port when somebody was quicker to take the first', async () => {
    const options = await aServer(
      `require('node:http').createServer((_, response) => response.end('ours')).listen(PORT, '127.0.0.1')`,
    );
    const taken: number[] = [];

    const { port } = await startServer({
      ...options,
      async request(chosen) {
        if (taken.length === 0) await takePort(chosen);
        taken.push(chosen);
        return options.request(chosen);
      },
    });

    expect(taken).toHaveLength(2);
    expect(port).toBe(taken[1]);
  });

  it('says how a server ended that does not start, with the last lines of its log', async () => {
    const options = await aServer(`console.error('no such flag'); process.exit(3)`);

    await expect(startServer(options)).rejects.toMatchObject({
      code: 'LOCAL_STACK_PART_FAILED',
      message: expect.stringMatching(/it ended with code 3[^]*no such flag$/) as string,
    });
  });

  it('ends a server that does not answer in time', async () => {
    const options = await aServer('setInterval(() => {}, 1000)');

    await expect(startServer({ ...options, timeoutMs: 300 })).rejects.toMatchObject({
      code: 'LOCAL_STACK_PART_FAILED',
      message: expect.stringContaining('it did not answer within 0.3 s') as string,
    });
  });
});

/** A server that runs this script of Node's, with its port for PORT. */
async function aServer(script: string): Promise<StartServerOptions> {
  const guardian = await aGuardian();
  return {
    guardian,
    part: 'The server',
    logFile: join(await aFolder(), 'server.log'),
    timeoutMs: 20_000,
    request: async (port) => ({
      command: process.execPath,
      args: ['-e', script.replace('PORT', String(port))],
      env: {},
      cwd: '/',
      stopSignals: [],
      patienceMs: 1_000,
    }),
    async check(port) {
      const answer = await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(1_000) });
      if ((await answer.text()) !== 'ours') throw new Error('a stranger');
    },
    onEnd: () => undefined,
  };
}

async function aGuardian(): Promise<Guardian> {
  const { environment } = await aState();
  const guardian = await createGuardian({
    stateDirectory: join(environment['XDG_STATE_HOME'] ?? '', 'uman'),
    temporaryBase: tmpdir(),
    dataDirectory: undefined,
    path: environment['PATH'] ?? '',
  });
  onTestFinished(() => guardian.stop());
  return guardian;
}

async function takePort(port: number): Promise<void> {
  const stranger = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
  await once(stranger.listen(port, '127.0.0.1'), 'listening');
  onTestFinished(() => void stranger.close());
}
