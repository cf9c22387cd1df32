import { mkdir, stat } from 'node:fs/promises';
import { PartFailedError } from '../errors.ts';

/** For root only: folders that every account can pass through and only root can write to. */
const candidates = ['/var/lib/uman', '/var/tmp/uman', '/tmp/uman'];

/**
 * A folder for what another account must reach while the project lies where it cannot (a clone in a folder of mode 0700, say).
 * One that belongs to somebody else, or that others may write to, is not used: root would run what they put there.
 */
export async function sharedPlace(): Promise<string> {
  const refused: string[] = [];
  for (const directory of candidates) {
    try {
      await mkdir(directory, { recursive: true, mode: 0o755 });
      const { uid, mode } = await stat(directory);
      if (uid === 0 && (mode & 0o022) === 0 && (mode & 0o001) !== 0) return directory;
      refused.push(`${directory} (others own it or may write to it)`);
    } catch (error) {
      refused.push(`${directory} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  throw new PartFailedError({
    part: 'Postgres',
    what: `its account cannot reach this project's folder, and there is no other place for it: ${refused.join(', ')}. Move the project to a folder that all may pass through, run as another user than root, or set DATABASE_URL.`,
  });
}
