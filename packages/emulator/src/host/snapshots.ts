import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Org } from '../org/org.ts';
import { copyToMemory } from './org-files.ts';

/** What a snapshot holds. */
export interface SnapshotSummary {
  readonly name: string;
  /** ISO 8601, by the clock outside. */
  readonly takenAt: string;
  /** Every org of the host: restoring it ends those that have been made since. */
  readonly whole: boolean;
  readonly orgIds: readonly string[];
}

/** Named copies of orgs' databases: in memory with the orgs, or in a directory beside their files. */
export interface Snapshots {
  list(): readonly SnapshotSummary[];
  find(name: string): SnapshotSummary | undefined;
  /** Replaces one of the same name. */
  take(name: string, orgs: readonly Org[], whole: boolean): SnapshotSummary;
  /** Lends the copy of one org's database. */
  read<Result>(name: string, orgId: string, use: (database: DatabaseSync) => Result): Result;
  remove(name: string): void;
  close(): void;
}

const summarySchema = z.object({
  name: z.string(),
  takenAt: z.string(),
  whole: z.boolean(),
  orgIds: z.array(z.string()),
});

/** @param directory undefined: in memory */
export function createSnapshots(directory: string | undefined): Snapshots {
  return directory === undefined ? inMemory() : inFiles(directory);
}

function summarize(name: string, orgs: readonly Org[], whole: boolean): SnapshotSummary {
  return { name, takenAt: new Date().toISOString(), whole, orgIds: orgs.map(({ id }) => id) };
}

function inMemory(): Snapshots {
  const kept = new Map<string, { summary: SnapshotSummary; databases: Map<string, DatabaseSync> }>();
  const remove = (name: string): void => {
    for (const database of kept.get(name)?.databases.values() ?? []) database.close();
    kept.delete(name);
  };
  return {
    list: () => [...kept.values()].map(({ summary }) => summary),
    find: (name) => kept.get(name)?.summary,
    take(name, orgs, whole) {
      const databases = new Map(orgs.map((org) => [org.id, copyToMemory(org.database)]));
      remove(name);
      const summary = summarize(name, orgs, whole);
      kept.set(name, { summary, databases });
      return summary;
    },
    read(name, orgId, use) {
      const database = kept.get(name)?.databases.get(orgId);
      if (!database) throw new Error(`The snapshot ${name} does not hold the org ${orgId}.`);
      return use(database);
    },
    remove,
    close() {
      for (const name of kept.keys()) remove(name);
    },
  };
}

function inFiles(directory: string): Snapshots {
  const folder = (name: string): string => join(directory, name);
  const summaryFile = (name: string): string => join(folder(name), 'snapshot.json');
  const find = (name: string): SnapshotSummary | undefined =>
    existsSync(summaryFile(name))
      ? summarySchema.parse(JSON.parse(readFileSync(summaryFile(name), 'utf8')))
      : undefined;
  return {
    list: () =>
      (existsSync(directory) ? readdirSync(directory) : []).map(find).filter((summary) => summary !== undefined),
    find,
    take(name, orgs, whole) {
      rmSync(folder(name), { recursive: true, force: true });
      mkdirSync(folder(name), { recursive: true });
      for (const org of orgs) org.database.prepare('VACUUM INTO ?').run(join(folder(name), `${org.id}.sqlite`));
      const summary = summarize(name, orgs, whole);
      // Last, so that a snapshot that was cut off is none.
      writeFileSync(summaryFile(name), JSON.stringify(summary));
      return summary;
    },
    read(name, orgId, use) {
      const database = new DatabaseSync(join(folder(name), `${orgId}.sqlite`), { readOnly: true });
      try {
        return use(database);
      } finally {
        database.close();
      }
    },
    remove: (name) => rmSync(folder(name), { recursive: true, force: true }),
    close: () => undefined,
  };
}
