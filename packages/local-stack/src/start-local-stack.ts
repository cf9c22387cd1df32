import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from './config.ts';
import { PartNotStartedError } from './errors.ts';
import { createGuardian } from './guardian/create-guardian.ts';
import type { LocalStack, LocalStackOptions } from './local-stack.ts';
import { providePostgres } from './postgres/provide-postgres.ts';
import { canUse, serverAccount, type ServerAccount } from './postgres/server-account.ts';
import { provideEmulator } from './provide-emulator.ts';
import { readPorts, writePorts } from './remembered-ports.ts';
import type { StackStart } from './stack-start.ts';
import { provideTemporal } from './temporal/provide-temporal.ts';

const allParts = { temporal: true, postgres: true, emulator: true };

/**
 * Starts the parts side by side, on free ports of 127.0.0.1, and resolves when all of them answer.
 * TEMPORAL_ADDRESS and DATABASE_URL name servers to use instead. If one part fails, the others are stopped.
 * @throws LocalStackError, by code: no Temporal CLI, a given server that does not answer, a data directory in use, a part that failed
 */
export async function startLocalStack(options: LocalStackOptions = {}): Promise<LocalStack> {
  const begun = Date.now();
  const config = readConfig(options.environment);
  const dataDirectory = options.dataDirectory === undefined ? undefined : resolve(options.dataDirectory);
  const parts = { ...allParts, ...options.parts };
  const ports = dataDirectory === undefined ? {} : await readPorts(dataDirectory);
  let isStopping = false;

  const startsPostgres = parts.postgres && config.databaseUrl === undefined;
  const account = startsPostgres ? serverAccount() : Promise.resolve(undefined);
  const guardian = account.then(async (serverUser) => {
    const { stateDirectory, path } = config;
    return createGuardian({
      stateDirectory,
      temporaryBase: await temporaryBase(config.temporaryDirectory, serverUser),
      dataDirectory,
      path,
    });
  });
  const logDirectory = guardian.then(async ({ runDirectory }) => {
    const directory = join(dataDirectory ?? runDirectory, 'logs');
    await mkdir(directory, { recursive: true });
    return directory;
  });
  const start: StackStart = {
    options,
    config,
    guardian,
    account,
    dataDirectory,
    logDirectory,
    ports,
    ready: (part, where) =>
      options.progress?.(`${part}: ready on ${where} in ${((Date.now() - begun) / 1_000).toFixed(1)} s`),
    ended: (part) => (how) => {
      if (!isStopping) options.progress?.(`${part} is gone: ${how}. Stop the stack and start it again.`);
    },
  };
  const temporal = parts.temporal ? provideTemporal(start) : Promise.resolve(undefined);
  const postgres = parts.postgres ? providePostgres(start) : Promise.resolve(undefined);
  const emulator = parts.emulator ? provideEmulator(start) : Promise.resolve(undefined);

  const stop = once(async () => {
    isStopping = true;
    const [owner, org] = await Promise.all([ifStarted(guardian), ifStarted(emulator)]);
    await owner?.stopWorkers();
    await Promise.all([owner?.stop(), org?.part.close()]);
  });
  try {
    const all = await Promise.all([temporal, postgres, emulator, guardian, logDirectory]);
    const [ofTemporal, ofPostgres, ofEmulator, owner] = all;
    if (dataDirectory !== undefined) {
      await writePorts(dataDirectory, { ...ports, ...ofTemporal?.ports, ...ofPostgres?.ports, ...ofEmulator?.ports });
    }
    return {
      get temporal() {
        return partOf('temporal', ofTemporal);
      },
      get postgres() {
        return partOf('postgres', ofPostgres);
      },
      get emulator() {
        return partOf('emulator', ofEmulator);
      },
      startProcess({ name, command, args, env = {}, cwd = process.cwd(), onLine }) {
        const given = { name, command, args, cwd, env: { ...config.variables, ...env } };
        const treated = { output: 'lines', stopSignals: ['SIGTERM'], patienceMs: 15_000, role: 'worker' } as const;
        return owner.start({ ...given, ...treated }, onLine);
      },
      stop,
    };
  } catch (error) {
    await stop(); // the other parts; that they fail now as well is a consequence
    // What was on its way may have written into the temporary folder after its removal.
    await Promise.allSettled([postgres, logDirectory]);
    const owner = await ifStarted(guardian);
    if (owner) await rm(owner.runDirectory, { recursive: true, force: true });
    throw error;
  }
}

/** What was started, to be stopped; nothing where its start failed, which its other user reports. */
function ifStarted<Started>(start: Promise<Started>): Promise<Started | undefined> {
  return start.catch(() => undefined);
}

/** Where temporary folders are made; one that Postgres' account can pass through, whatever TMPDIR says. */
async function temporaryBase(usual: string, account: ServerAccount | undefined): Promise<string> {
  for (const directory of [usual, '/tmp']) if (await canUse(directory, account)) return directory;
  return usual;
}

function partOf<Part>(name: string, started: { readonly part: Part } | undefined): Part {
  if (started === undefined) throw new PartNotStartedError({ part: name });
  return started.part;
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined;
  return () => (running ??= work());
}
