import type { Org } from '../../org/org.ts';
import type { DeployOptions } from './deploy-options.ts';
import type { DeployResult } from './deploy-result.ts';

/** A deployment that has ended. */
export interface StoredDeployment {
  readonly id: string;
  /** What was deployed, for a quick deployment of what was only validated. */
  readonly zip: Uint8Array;
  readonly options: DeployOptions;
  readonly result: DeployResult;
}

export interface DeployStore {
  save(deployment: StoredDeployment): void;
  /** @param id of 18 characters */
  find(id: string): StoredDeployment | undefined;
}

export function deployStore({ database }: Pick<Org, 'database'>): DeployStore {
  database.exec(
    'CREATE TABLE IF NOT EXISTS __deploy (id TEXT PRIMARY KEY, zip BLOB NOT NULL, options TEXT NOT NULL, result TEXT NOT NULL) STRICT',
  );
  return {
    save({ id, zip, options, result }) {
      database
        .prepare('INSERT INTO __deploy (id, zip, options, result) VALUES (?, ?, ?, ?)')
        .run(id, zip, JSON.stringify(options), JSON.stringify(result));
    },
    find(id) {
      const row = database.prepare('SELECT * FROM __deploy WHERE id = ?').get(id);
      return (
        row && {
          id,
          zip: row['zip'] as Uint8Array,
          options: JSON.parse(String(row['options'])) as DeployOptions,
          result: JSON.parse(String(row['result'])) as DeployResult,
        }
      );
    },
  };
}
