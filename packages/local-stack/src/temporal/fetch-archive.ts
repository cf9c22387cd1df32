import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { findExecutable } from '../find-executable.ts';
import { runCommand } from '../run-command.ts';
import { temporalVersion } from './pinned-release.ts';

export interface FetchArchiveOptions {
  readonly folder: string;
  readonly path: string;
  /** @default 'https://temporal.download' */
  readonly baseUrl?: string;
  /** How long the answer may take to begin, in milliseconds. @default 5000 */
  readonly answerTimeoutMs?: number;
  /** How long all of it may take, in milliseconds. @default 300000 */
  readonly totalTimeoutMs?: number;
  /** Called when there is something to fetch. */
  readonly onAnswer?: (megabytes: number | undefined) => void;
}

/**
 * Fetches the CLI from Temporal's own download service, the one that its SDKs use.
 * Source: Temporal CLI documentation, "Install the Temporal CLI", manual download.
 */
export async function fetchArchive(options: FetchArchiveOptions): Promise<string> {
  const {
    folder,
    path,
    baseUrl = 'https://temporal.download',
    answerTimeoutMs = 5_000,
    totalTimeoutMs = 300_000,
  } = options;
  const tar = await findExecutable('tar', path);
  if (tar === undefined) throw new Error('there is no tar on the PATH to unpack it');

  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const url = new URL(`/cli/archive/v${temporalVersion}`, baseUrl);
  url.search = new URLSearchParams({ platform: system, arch: architecture }).toString();

  const answerBound = new AbortController();
  const answerTimer = setTimeout(
    () => answerBound.abort(new Error(`no answer within ${answerTimeoutMs} ms`)),
    answerTimeoutMs,
  );
  const signal = AbortSignal.any([answerBound.signal, AbortSignal.timeout(totalTimeoutMs)]);
  const answer = await fetch(url, { signal }).finally(() => clearTimeout(answerTimer));
  if (!answer.ok || answer.body === null)
    throw new Error(`${url.host} answered ${answer.status} for version ${temporalVersion}`);
  const bytes = Number(answer.headers.get('content-length'));
  options.onAnswer?.(bytes > 0 ? Math.round(bytes / 1e6) : undefined);

  const archive = join(folder, 'archive');
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(archive), { signal });
  // bsdtar, which is the tar of macOS and Windows, reads zip archives as well; Linux gets a tar.gz.
  const unpacked = await runCommand(tar, ['-xf', archive, '-C', folder]);
  if (!unpacked.succeeded) throw new Error(`its archive could not be unpacked: ${unpacked.reason}`);
  return join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
}
