import type { LocalStack } from '../local-stack.ts';
import type { StackStart, StartedPart } from '../stack-start.ts';
import { findBinaries } from './find-binaries.ts';
import { checkGivenPostgres, startPostgres } from './start-postgres.ts';

/** The database that DATABASE_URL names, or one that is started. */
export async function providePostgres(start: StackStart): Promise<StartedPart<LocalStack['postgres']>> {
  const { config, dataDirectory, ports } = start;
  if (config.databaseUrl !== undefined) {
    await checkGivenPostgres(config.databaseUrl);
    start.ready('Postgres (DATABASE_URL)', new URL(config.databaseUrl).host);
    return { part: { url: config.databaseUrl }, ports: {} };
  }
  const account = await start.account;
  const binaries = await findBinaries({ account, cacheDirectory: config.cacheDirectory });
  const { port, url } = await startPostgres({
    guardian: await start.guardian,
    binaries,
    account,
    logDirectory: await start.logDirectory,
    dataDirectory,
    preferredPort: ports.postgres,
    onEnd: start.ended('Postgres'),
  });
  start.ready(`Postgres ${binaries.version}`, `127.0.0.1:${port}`);
  return { part: { url }, ports: { postgres: port } };
}
