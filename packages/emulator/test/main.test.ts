import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { salesMetadata } from './emulator-rig.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

let directory: string;
let started: ChildProcess[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'emulator-main-'));
  started = [];
});
afterEach(async () => {
  for (const child of started.filter((process) => process.exitCode === null && process.signalCode === null)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(directory, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly exited: Promise<number | null>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, ['--conditions=development', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = once(child, 'close').then(() => child.exitCode);
  return { child, stdout: () => stdout, stderr: () => stderr, exited };
}

async function urlOf({ child, stderr }: Run): Promise<string> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`It ended without an address: ${stderr()}`);
}

async function post(url: string, path: string, body: object, accessToken = ''): Promise<Record<string, unknown>> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

describe('the command', () => {
  it('prints one line with its address, has the own package, and ends on SIGTERM', async () => {
    const emulator = run('--port', '0');

    const url = await urlOf(emulator);
    const counts = await fetch(`${url}/__emulator/counts`).then((response) => response.json());
    emulator.child.kill('SIGTERM');

    expect(await emulator.exited).toBe(0);
    expect(emulator.stdout()).toBe(`Emulated Salesforce org at ${url}\n`);
    expect(emulator.stderr()).toBe('');
    expect(counts).toMatchObject({ uman__Write__c: 0 });
  });

  it('installs other metadata, and leaves the own package out when told to', async () => {
    const emulator = run('--no-package', '--install', `${salesMetadata.directory}=sales`);

    const counts = await fetch(`${await urlOf(emulator)}/__emulator/counts`).then((response) => response.json());

    expect(counts).toMatchObject({ sales__Region__c: 0 });
    expect(counts).not.toHaveProperty('uman__Write__c');
  });

  it('prints its usage when asked for it', async () => {
    const help = run('--help');

    expect(await help.exited).toBe(0);
    expect(help.stdout()).toContain('--install DIR[=NS]');
  });

  it.each([['--bogus'], ['--port', 'x'], ['--install', 'dir=1bad'], ['--tls-cert', 'x'], ['extra']])(
    'prints its usage and exits with 2 for %s',
    async (...args) => {
      const wrong = run(...args);

      expect(await wrong.exited).toBe(2);
      expect(wrong.stderr()).toContain('Usage: npm run emulator');
      expect(wrong.stdout()).toBe('');
    },
  );

  it.each([
    ['certificate', ['--tls-cert', 'no.pem', '--tls-key', 'no.pem'], 'Could not read the certificate or key no.pem'],
    ['seed', ['--seed', 'no.json'], 'Could not create the seed: no.json'],
    ['address', ['--host', '192.0.2.1'], 'Could not listen on 192.0.2.1:0'],
  ])('says what is wrong with its %s', async (_, args, message) => {
    const emulator = run('--no-package', ...args);

    expect(await emulator.exited).toBe(1);
    expect(emulator.stderr()).toContain(message);
  });

  it('begins with the records of its seed', async () => {
    const seed = join(directory, 'seed.json');
    writeFileSync(seed, JSON.stringify({ records: [{ object: 'Account', fields: { Name: 'Acme' } }] }));
    const emulator = run('--no-package', '--host', '127.0.0.1', '--seed', seed);

    const counts = await fetch(`${await urlOf(emulator)}/__emulator/counts`).then((response) => response.json());

    expect(counts).toMatchObject({ Account: 1 });
  });

  it('says so when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    const emulator = run('--no-package', '--port', String(port));
    const code = await emulator.exited;
    other.close();

    expect(code).toBe(1);
    expect(emulator.stderr()).toContain(`Could not listen on 127.0.0.1:${port}: another process uses that port.`);
  });
});

describe('an org in a file', () => {
  it('survives that its process is killed, with everything in it', async () => {
    const data = join(directory, 'org.db');
    const first = run('--data', data, '--install', salesMetadata.directory);
    const before = await urlOf(first);
    const session = await post(before, '/__emulator/sessions', {});
    await post(before, '/__emulator/users', { username: 'ann@uman.test', password: 'x' });
    const token = String(session['accessToken']);
    const sobjects = '/services/data/v66.0/sobjects';
    const region = await post(before, `${sobjects}/Region__c`, { Code__c: 'EMEA' }, token);
    await post(before, `${sobjects}/Engagement__c`, { Region__c: region['id'] }, token);
    first.child.kill('SIGKILL');
    await first.exited;

    const second = run('--data', data, '--no-package');
    const after = await urlOf(second);
    const next = await post(after, `${sobjects}/Engagement__c`, { Region__c: region['id'] }, token);
    const engagements = await fetch(`${after}/__emulator/records/Engagement__c`).then((response) => response.json());
    const users = await fetch(`${after}/__emulator/records/User`).then((response) => response.json());

    expect(next).toMatchObject({ success: true });
    expect(engagements).toMatchObject([{ Name: 'E-0001', Region__c: region['id'] }, { Name: 'E-0002' }]);
    expect(users).toMatchObject([{ Username: 'admin@uman.test' }, { Username: 'ann@uman.test' }]);
  });

  it('belongs to one process at a time', async () => {
    const data = join(directory, 'org.db');
    await urlOf(run('--data', data, '--no-package'));

    const second = run('--data', data, '--no-package');

    expect(await second.exited).toBe(1);
    expect(second.stderr()).toContain('another process has it open');
  });
});
