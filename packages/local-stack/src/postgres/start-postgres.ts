import { join } from 'node:path';
import { ServerUnreachableError } from '../errors.ts';
import type { Guardian } from '../guardian/create-guardian.ts';
import { startServer } from '../start-server.ts';
import { clearStalePid } from './clear-stale-pid.ts';
import type { PostgresBinaries } from './find-binaries.ts';
import { clusterUser, initialiseCluster } from './initialise-cluster.ts';
import { placeCluster } from './place-cluster.ts';
import { runSql } from './run-sql.ts';
import type { ServerAccount } from './server-account.ts';

export interface StartPostgresOptions {
  readonly guardian: Guardian;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | undefined;
  readonly logDirectory: string;
  /** Keeps its data there. @default in the run's temporary folder */
  readonly dataDirectory: string | undefined;
  readonly preferredPort: number | undefined;
  readonly onEnd: (how: string) => void;
}

/** Nothing of a cluster that is thrown away at the end need reach the disk. */
const throwAway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts Postgres on 127.0.0.1 and waits until it answers a query. */
export async function startPostgres(options: StartPostgresOptions): Promise<{ port: number; url: string }> {
  const { guardian, binaries, account, dataDirectory } = options;
  const logFile = join(options.logDirectory, 'postgres.log');
  const place = await placeCluster(dataDirectory ?? guardian.runDirectory, account);
  const cluster = await initialiseCluster({ guardian, binaries, account, place, logFile });
  if (dataDirectory !== undefined) await clearStalePid(cluster.dataDirectory);

  const urlAt = (port: number): string => `postgres://${clusterUser}:${cluster.password}@127.0.0.1:${port}/postgres`;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(dataDirectory === undefined ? throwAway : []),
  ];
  const { port } = await startServer({
    guardian,
    part: 'Postgres',
    logFile,
    preferredPort: options.preferredPort,
    timeoutMs: 60_000,
    onEnd: options.onEnd,
    request: async (chosen) => ({
      command: binaries.postgres,
      args: ['-D', cluster.dataDirectory, `--port=${chosen}`, ...settings.map((setting) => `--${setting}`)],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      cwd: '/',
      account,
      stopSignals: ['SIGINT', 'SIGQUIT'], // fast, then immediate shutdown
      patienceMs: 10_000,
    }),
    check: async (chosen) => void (await runSql(urlAt(chosen), 'SELECT 1')),
  });
  return { port, url: urlAt(port) };
}

/** Verifies the database that was given by DATABASE_URL. The message names host and database, never the password. */
export async function checkGivenPostgres(url: string): Promise<void> {
  try {
    await runSql(url, 'SELECT 1');
  } catch (cause) {
    throw new ServerUnreachableError({ variable: 'DATABASE_URL', address: withoutCredentials(url), cause });
  }
}

function withoutCredentials(url: string): string {
  if (!URL.canParse(url)) return '(not a URL)';
  const { host, pathname } = new URL(url);
  return host + pathname;
}
