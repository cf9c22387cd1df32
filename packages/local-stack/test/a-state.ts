import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RunRecord } from '../src/guardian/run-record.ts';

/** A folder that is removed when the test has finished. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'uman-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An environment whose run records are the test's own, so that it sees all processes of its stacks and no others. */
export async function aState(): Promise<{ environment: NodeJS.ProcessEnv; records: () => Promise<RunRecord[]> }> {
  const folder = await aFolder();
  const { TEMPORAL_ADDRESS: _temporal, DATABASE_URL: _database, ...environment } = process.env;
  const runs = join(folder, 'uman', 'runs');
  return {
    environment: { ...environment, XDG_STATE_HOME: folder },
    async records() {
      const names = await readdir(runs).catch(() => []); // nothing was started
      const files = names.filter((name) => name.endsWith('.json'));
      return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(runs, name), 'utf8')) as RunRecord));
    },
  };
}
