import { createOrg } from '../../src/org/create-org.ts';
import type { Org } from '../../src/org/org.ts';
import { runQuery } from '../../src/soql/run-query.ts';
import type { QueryRows } from '../../src/soql/query-context.ts';

type Row = Record<string, string | number | Uint8Array | null>;

export interface QueryRig {
  readonly org: Org;
  readonly adminId: string;
  /** Puts a row in the object's table as it is stored, and gives its id. */
  insert(object: string, row: Row): string;
  query(soql: string, options?: RunOptions): QueryRows;
  /** One column of what a query finds. */
  values(soql: string, field?: string): unknown[];
  /** `errorCode` and message of what a query is refused with. */
  refusal(soql: string, options?: RunOptions): { code: string; message: string };
}

interface RunOptions {
  readonly includeDeleted?: boolean;
  /** @default '66.0' */
  readonly apiVersion?: string;
}

export interface QueryRigOptions {
  /** What `now` is. @default 2026-06-17T15:00:00Z, a Wednesday */
  readonly now?: string;
}

/** An org in memory with its standard objects, whose tables a test fills and queries. */
export function createQueryRig({ now = '2026-06-17T15:00:00Z' }: QueryRigOptions = {}): QueryRig {
  const clock = () => new Date(now);
  const { org, admin } = createOrg({
    data: undefined,
    clock,
    url: () => 'http://127.0.0.1:1',
    dailyApiRequests: 100,
    admin: { username: 'admin@emulated.test', password: 'password' },
  });

  function query(soql: string, { includeDeleted = false, apiVersion = '66.0' }: RunOptions = {}): QueryRows {
    const { schema, database } = org;
    return runQuery(soql, { schema, database, now: clock, apiVersion, userId: admin.id, includeDeleted });
  }

  return {
    org,
    adminId: admin.id,
    query,
    insert(object, row) {
      const prefix = org.schema.object(object)?.keyPrefix ?? '';
      const id = org.recordIds.allocate(prefix);
      org.records.insert(object, { Id: id, ...row });
      return id;
    },
    values: (soql, field = 'Name') => query(soql).records.map((record) => record[field]),
    refusal(soql, options) {
      try {
        query(soql, options);
      } catch (error) {
        const { errorCode, message } = error as { errorCode: string; message: string };
        return { code: errorCode, message };
      }
      throw new Error(`The query was not refused: ${soql}`);
    },
  };
}
