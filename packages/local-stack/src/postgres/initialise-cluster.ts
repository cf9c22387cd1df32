import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PartFailedError, reasonOf } from '../errors.ts';
import type { Guardian } from '../guardian/create-guardian.ts';
import type { PostgresBinaries } from './find-binaries.ts';
import type { ServerAccount } from './server-account.ts';

/** The one role of a cluster that we make; it may do everything there. */
export const clusterUser = 'uman';

export interface Cluster {
  readonly dataDirectory: string;
  readonly password: string;
}

export interface InitialiseClusterOptions {
  readonly guardian: Guardian;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | undefined;
  /** The folder for the data and the password. */
  readonly place: string;
  readonly logFile: string;
}

/** The cluster of a place; made if it is not there. A making that was cut off leaves no half of one. */
export async function initialiseCluster(options: InitialiseClusterOptions): Promise<Cluster> {
  const { guardian, binaries, account, place, logFile } = options;
  const dataDirectory = join(place, 'data');
  const passwordFile = join(place, 'password');
  const known = await readPassword(dataDirectory, passwordFile);
  if (known !== undefined) return { dataDirectory, password: known };

  const draft = join(place, 'data.draft');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const password = randomBytes(18).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid);

  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', `--username=${clusterUser}`, `--pwfile=${passwordFile}`];
  const initdb = await guardian.start({
    name: 'initdb',
    command: binaries.initdb,
    args: [`--pgdata=${draft}`, ...access, ...locale, '--no-sync', '--no-instructions'],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    cwd: '/',
    account,
    output: { file: logFile },
    stopSignals: ['SIGTERM'],
    patienceMs: 5_000,
    role: 'server',
  });
  const { code, signal } = await initdb.exited;
  if (code !== 0) {
    const log = await readFile(logFile, 'utf8').catch((error: unknown) => `(no log: ${reasonOf(error)})`);
    throw new PartFailedError({
      part: 'Postgres',
      what: `initdb ended with ${signal ?? `code ${code}`}`,
      log: log.trimEnd(),
    });
  }
  await rename(draft, dataDirectory);
  return { dataDirectory, password };
}

async function readPassword(dataDirectory: string, passwordFile: string): Promise<string | undefined> {
  try {
    await readFile(join(dataDirectory, 'PG_VERSION'));
    return await readFile(passwordFile, 'utf8');
  } catch {
    return undefined; // not made yet
  }
}
