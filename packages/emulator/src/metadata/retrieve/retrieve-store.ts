import type { Org } from '../../org/org.ts';
import type { RetrieveRequest, RetrieveResult } from './retrieve-archive.ts';

/** A retrieval, whether it waits or is over. */
export interface StoredRetrieval {
  readonly request: RetrieveRequest;
  readonly result: RetrieveResult;
}

export interface RetrieveStore {
  add(retrieval: StoredRetrieval): void;
  saveResult(result: RetrieveResult): void;
  /** @param id of 18 characters */
  find(id: string): StoredRetrieval | undefined;
  /** The oldest that is not over. */
  next(): StoredRetrieval | undefined;
}

export function retrieveStore({ database }: Pick<Org, 'database'>): RetrieveStore {
  database.exec(
    'CREATE TABLE IF NOT EXISTS __retrieval (id TEXT PRIMARY KEY, request TEXT NOT NULL, result TEXT NOT NULL) STRICT',
  );
  return {
    add({ request, result }) {
      database
        .prepare('INSERT INTO __retrieval (id, request, result) VALUES (?, ?, ?)')
        .run(result.id, JSON.stringify({ ...request, members: [...request.members] }), JSON.stringify(result));
    },
    saveResult(result) {
      database.prepare('UPDATE __retrieval SET result = ? WHERE id = ?').run(JSON.stringify(result), result.id);
    },
    find(id) {
      return toRetrieval(database.prepare('SELECT * FROM __retrieval WHERE id = ?').get(id));
    },
    next() {
      const waiting = `SELECT * FROM __retrieval WHERE json_extract(result, '$.done') = 0 ORDER BY rowid LIMIT 1`;
      return toRetrieval(database.prepare(waiting).get());
    },
  };
}

function toRetrieval(row: Record<string, unknown> | undefined): StoredRetrieval | undefined {
  if (!row) return undefined;
  const { members, ...rest } = JSON.parse(String(row['request'])) as Omit<RetrieveRequest, 'members'> & {
    readonly members: readonly (readonly [string, readonly string[]])[];
  };
  return {
    request: { ...rest, members: new Map(members) },
    result: JSON.parse(String(row['result'])) as RetrieveResult,
  };
}
