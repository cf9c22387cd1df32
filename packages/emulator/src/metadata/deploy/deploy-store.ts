import type { Org } from '../../org/org.ts';
import type { DeployOptions } from './deploy-options.ts';
import type { DeployResult } from './deploy-result.ts';

/** A deployment, whether it waits or is over. */
export interface StoredDeployment {
  readonly id: string;
  /** What is deployed; kept for a quick deployment of what was only validated. */
  readonly zip: Uint8Array;
  readonly options: DeployOptions;
  readonly result: DeployResult;
}

export interface DeployStore {
  add(deployment: StoredDeployment): void;
  saveResult(id: string, result: DeployResult): void;
  /** @param id of 18 characters */
  find(id: string): StoredDeployment | undefined;
  /** The oldest that is not over. */
  next(): StoredDeployment | undefined;
}

export function deployStore({ database }: Pick<Org, 'database'>): DeployStore {
  database.exec(
    'CREATE TABLE IF NOT EXISTS __deploy (id TEXT PRIMARY KEY, zip BLOB NOT NULL, options TEXT NOT NULL, result TEXT NOT NULL) STRICT',
  );
  return {
    add({ id, zip, options, result }) {
      database
        .prepare('INSERT INTO __deploy (id, zip, options, result) VALUES (?, ?, ?, ?)')
        .run(id, zip, JSON.stringify(options), JSON.stringify(result));
    },
    saveResult(id, result) {
      database.prepare('UPDATE __deploy SET result = ? WHERE id = ?').run(JSON.stringify(result), id);
    },
    find(id) {
      return toDeployment(database.prepare('SELECT * FROM __deploy WHERE id = ?').get(id));
    },
    next() {
      const waiting = `SELECT * FROM __deploy WHERE json_extract(result, '$.done') = 0 ORDER BY rowid LIMIT 1`;
      return toDeployment(database.prepare(waiting).get());
    },
  };
}

function toDeployment(row: Record<string, unknown> | undefined): StoredDeployment | undefined {
  return (
    row && {
      id: String(row['id']),
      zip: row['zip'] as Uint8Array,
      options: JSON.parse(String(row['options'])) as DeployOptions,
      result: JSON.parse(String(row['result'])) as DeployResult,
    }
  );
}
