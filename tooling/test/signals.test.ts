import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('a command that npm runs', () => {
  const npm = (directory: string) =>
    start('npm', ['--prefix', root, 'run', 'emulator', '--', '--data', './org.sqlite'], directory);
  const entry = (directory: string) => start(process.execPath, [join(root, 'tooling/run.mjs'), 'emulator'], directory);

  it.each([
    { who: 'npm', signal: 'SIGTERM', begin: npm },
    { who: 'npm', signal: 'SIGKILL', begin: npm },
    { who: 'its entry', signal: 'SIGTERM', begin: entry },
    { who: 'its entry', signal: 'SIGINT', begin: entry },
    { who: 'its entry', signal: 'SIGKILL', begin: entry },
  ] as const)('ends when $who gets $signal', async ({ signal, begin }) => {
    const child = begin(aFolder());
    const url = await emulatorUrl(child);

    child.kill(signal);

    await expect(untilGone(url)).resolves.toBe('gone');
  });

  it('takes relative paths from where the user stands', async () => {
    const folder = aFolder();
    const child = npm(folder);
    const url = await emulatorUrl(child);

    child.kill('SIGTERM');
    await untilGone(url);

    expect(existsSync(join(folder, 'org.sqlite'))).toBe(true);
  });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uman-entry-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** In a process group of its own, so that nothing is left of it, whatever comes of the test. */
function start(command: string, args: string[], cwd: string): ChildProcess {
  // As a person's shell has it: what npm set for these tests is not for the npm that they start.
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/.test(name));
  const child = spawn(command, args, {
    cwd,
    env: Object.fromEntries(own),
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // all of it has ended, as it should
    }
  });
  return child;
}

async function emulatorUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('its output is not read');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Emulated Salesforce org at (\S+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('it ended before it was ready');
}

async function untilGone(url: string): Promise<'gone'> {
  for (;;) {
    try {
      await fetch(`${url}/services/data`);
    } catch {
      return 'gone'; // nobody listens there
    }
    await sleep(50);
  }
}
