import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { endLeftovers } from '../src/guardian/end-leftovers.ts';
import { listRunRecords, type RunRecord } from '../src/guardian/run-record.ts';
import { waitUntil } from './wait-until.ts';

/** A folder that is removed when the test has finished; every account can pass through it. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'uman-test-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An environment whose run records are the test's own, so that it sees all processes of its stacks and no others. */
export async function aState(): Promise<{ environment: NodeJS.ProcessEnv; records: () => Promise<RunRecord[]> }> {
  const folder = await mkdtemp(join(tmpdir(), 'uman-test-'));
  const { TEMPORAL_ADDRESS: _temporal, DATABASE_URL: _database, ...environment } = process.env;
  const runs = join(folder, 'uman', 'runs');
  onTestFinished(async () => {
    // Also where the test failed half way.
    await waitUntil('the guardians have ended', async () => {
      await endLeftovers(join(folder, 'uman'));
      return listRunRecords(join(folder, 'uman')).length === 0;
    });
    await rm(folder, { recursive: true, force: true });
  });
  return {
    environment: { ...environment, XDG_STATE_HOME: folder },
    async records() {
      const names = await readdir(runs).catch(() => []); // nothing was started
      const files = names.filter((name) => name.endsWith('.json'));
      return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(runs, name), 'utf8')) as RunRecord));
    },
  };
}
