import type { Org } from '../../org/org.ts';

/** What a request has beside its row of the Tooling API, where nobody can read it. */
export interface WaitingRequest {
  /** Of the row. */
  readonly id: string;
  /** What a version is made of. */
  readonly versionInfo?: Uint8Array;
  readonly installKey?: string | undefined;
  /** Ids of the profiles that get access, where they were chosen one by one. */
  readonly profileIds?: readonly string[] | undefined;
}

/** The requests of packaging that are not over. */
export interface WaitingRequests {
  add(request: WaitingRequest): void;
  /** The oldest. */
  next(): WaitingRequest | undefined;
  remove(id: string): void;
}

export function waitingRequests({ database }: Pick<Org, 'database'>): WaitingRequests {
  database.exec(`CREATE TABLE IF NOT EXISTS __packaging_request
    (id TEXT PRIMARY KEY, version_info BLOB, install_key TEXT, profile_ids TEXT) STRICT`);
  return {
    add({ id, versionInfo = null, installKey = null, profileIds }) {
      database
        .prepare('INSERT INTO __packaging_request (id, version_info, install_key, profile_ids) VALUES (?, ?, ?, ?)')
        .run(id, versionInfo, installKey, profileIds === undefined ? null : JSON.stringify(profileIds));
    },
    next() {
      const row = database.prepare('SELECT * FROM __packaging_request ORDER BY rowid LIMIT 1').get();
      if (!row) return undefined;
      const { version_info: versionInfo, install_key: installKey, profile_ids: profileIds } = row;
      return {
        id: String(row['id']),
        ...(versionInfo instanceof Uint8Array && { versionInfo }),
        ...(typeof installKey === 'string' && { installKey }),
        ...(typeof profileIds === 'string' && { profileIds: JSON.parse(profileIds) as string[] }),
      };
    },
    remove(id) {
      database.prepare('DELETE FROM __packaging_request WHERE id = ?').run(id);
    },
  };
}
