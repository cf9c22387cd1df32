import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig, type LocalStackConfig } from './config.ts';
import { PartNotStartedError } from './errors.ts';
import { createGuardian, type Guardian } from './guardian/create-guardian.ts';
import type { LocalStack, LocalStackOptions } from './local-stack.ts';
import { findBinaries } from './postgres/find-binaries.ts';
import { canUse, serverAccount, type ServerAccount } from './postgres/server-account.ts';
import { checkGivenPostgres, startPostgres } from './postgres/start-postgres.ts';
import { readPorts, writePorts, type RememberedPorts } from './remembered-ports.ts';
import { startEmulator } from './start-emulator.ts';
import { locateTemporal } from './temporal/find-temporal.ts';
import { checkGivenTemporal, startTemporal } from './temporal/start-temporal.ts';

interface Prepared<Part> {
  readonly part: Part;
  readonly ports: RememberedPorts;
}

interface Start {
  readonly options: LocalStackOptions;
  readonly config: LocalStackConfig;
  readonly guardian: Promise<Guardian>;
  readonly account: Promise<ServerAccount | undefined>;
  readonly dataDirectory: string | undefined;
  readonly ports: RememberedPorts;
  readonly ready: (part: string, where: string) => void;
  readonly ended: (part: string) => (how: string) => void;
}

/**
 * Starts the parts side by side, on free ports of 127.0.0.1, and resolves when all of them answer.
 * TEMPORAL_ADDRESS and DATABASE_URL name servers to use instead. If one part fails, the others are stopped.
 * @throws LocalStackError, by code: no Temporal CLI, a given server that does not answer, a data directory in use, a part that failed
 */
export async function startLocalStack(options: LocalStackOptions = {}): Promise<LocalStack> {
  const config = readConfig(options.environment);
  const dataDirectory = options.dataDirectory === undefined ? undefined : resolve(options.dataDirectory);
  const parts = { temporal: true, postgres: true, emulator: true, ...options.parts };
  const begun = Date.now();

  const account = parts.postgres && config.databaseUrl === undefined ? serverAccount() : Promise.resolve(undefined);
  const guardian = account.then(async (forPostgres) =>
    createGuardian({
      stateDirectory: config.stateDirectory,
      temporaryBase: await temporaryBase(forPostgres),
      dataDirectory,
      path: config.path,
    }),
  );
  const ready = (part: string, where: string): void =>
    options.progress?.(`${part}: ready on ${where} in ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
  let isStopping = false;
  const ended = (part: string) => (how: string) => {
    if (!isStopping) options.progress?.(`${part} is gone: ${how}. Stop the stack and start it again.`);
  };
  const ports = dataDirectory === undefined ? {} : await readPorts(dataDirectory);
  const start: Start = { options, config, guardian, account, dataDirectory, ports, ready, ended };

  const [owner, temporal, postgres, emulator] = await Promise.allSettled([
    guardian,
    parts.temporal ? prepareTemporal(start) : undefined,
    parts.postgres ? preparePostgres(start) : undefined,
    parts.emulator ? prepareEmulator(start) : undefined,
  ]);
  const end = once(async () => {
    isStopping = true;
    if (owner.status === 'fulfilled') await owner.value.stopWorkers();
    await Promise.all([
      owner.status === 'fulfilled' ? owner.value.stop() : undefined,
      emulator.status === 'fulfilled' ? emulator.value?.close() : undefined,
    ]);
  });

  const failures = new Set<unknown>();
  for (const part of [owner, temporal, postgres, emulator]) if (part.status === 'rejected') failures.add(part.reason);
  if (
    failures.size > 0 ||
    owner.status === 'rejected' ||
    temporal.status === 'rejected' ||
    postgres.status === 'rejected' ||
    emulator.status === 'rejected'
  ) {
    await end();
    const [first, ...others] = failures;
    throw others.length === 0
      ? first
      : new AggregateError(failures, [...failures].map(String).join('\n'), { cause: first });
  }

  if (dataDirectory !== undefined) {
    const port = emulator.value && Number(new URL(emulator.value.url).port);
    await writePorts(dataDirectory, {
      ...ports,
      ...temporal.value?.ports,
      ...postgres.value?.ports,
      ...(port === undefined ? {} : { emulator: port }),
    });
  }
  return {
    get temporal() {
      return started('temporal', temporal.value?.part);
    },
    get postgres() {
      return started('postgres', postgres.value?.part);
    },
    get emulator() {
      return started('emulator', emulator.value);
    },
    startProcess: ({ name, command, args, env = {}, cwd = process.cwd(), onLine }) =>
      owner.value.start(
        {
          name,
          command,
          args,
          env: { ...config.variables, ...env },
          cwd,
          output: 'lines',
          stopSignals: ['SIGTERM'],
          patienceMs: 15_000,
          role: 'worker',
        },
        onLine,
      ),
    stop: end,
  };
}

async function prepareTemporal({
  options,
  config,
  guardian,
  dataDirectory,
  ports,
  ready,
  ended,
}: Start): Promise<Prepared<LocalStack['temporal']>> {
  if (config.temporalAddress !== undefined) {
    await checkGivenTemporal(config.temporalAddress, config);
    ready('Temporal (TEMPORAL_ADDRESS)', config.temporalAddress);
    return { part: { address: config.temporalAddress, namespace: config.temporalNamespace }, ports: {} };
  }
  const { progress, environment, temporalUi = false } = options;
  const cli = await locateTemporal({ ...(progress && { progress }), ...(environment && { environment }) });
  const owner = await guardian;
  const { port, uiPort } = await startTemporal({
    guardian: owner,
    cli,
    logDirectory: await logDirectory(owner, dataDirectory),
    dataDirectory,
    ui: temporalUi,
    preferredPort: ports.temporal,
    preferredUiPort: ports.temporalUi,
    path: config.path,
    onEnd: ended('Temporal'),
  });
  const address = `127.0.0.1:${port}`;
  ready(`Temporal ${cli.version}`, address);
  return {
    part: {
      address,
      namespace: 'default',
      ...(uiPort === undefined ? {} : { uiUrl: `http://127.0.0.1:${uiPort}` }),
    },
    ports: { temporal: port, ...(uiPort === undefined ? {} : { temporalUi: uiPort }) },
  };
}

async function preparePostgres({
  config,
  guardian,
  account,
  dataDirectory,
  ports,
  ready,
  ended,
}: Start): Promise<Prepared<LocalStack['postgres']>> {
  if (config.databaseUrl !== undefined) {
    await checkGivenPostgres(config.databaseUrl);
    ready('Postgres (DATABASE_URL)', new URL(config.databaseUrl).host);
    return { part: { url: config.databaseUrl }, ports: {} };
  }
  const serverUser = await account;
  const [binaries, owner] = await Promise.all([
    findBinaries({ account: serverUser, cacheDirectory: config.cacheDirectory }),
    guardian,
  ]);
  const { port, url } = await startPostgres({
    guardian: owner,
    binaries,
    account: serverUser,
    logDirectory: await logDirectory(owner, dataDirectory),
    dataDirectory,
    preferredPort: ports.postgres,
    onEnd: ended('Postgres'),
  });
  ready(`Postgres ${binaries.version}`, `127.0.0.1:${port}`);
  return { part: { url }, ports: { postgres: port } };
}

async function prepareEmulator({
  options,
  guardian,
  dataDirectory,
  ports,
  ready,
}: Start): Promise<LocalStack['emulator']> {
  if (dataDirectory !== undefined) await guardian; // it holds the directory for us
  const emulator = await startEmulator(options.emulator ?? {}, dataDirectory, ports.emulator);
  ready('Emulated org', emulator.url);
  return emulator;
}

async function logDirectory(guardian: Guardian, dataDirectory: string | undefined): Promise<string> {
  const directory = join(dataDirectory ?? guardian.runDirectory, 'logs');
  await mkdir(directory, { recursive: true });
  return directory;
}

/** Where temporary folders are made; one that Postgres' account can pass through, whatever TMPDIR says. */
async function temporaryBase(account: ServerAccount | undefined): Promise<string> {
  for (const directory of [tmpdir(), '/tmp']) if (await canUse(directory, account)) return directory;
  return tmpdir();
}

function started<Part>(part: string, value: Part | undefined): Part {
  if (value === undefined) throw new PartNotStartedError({ part });
  return value;
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined;
  return () => (running ??= work());
}
