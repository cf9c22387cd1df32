import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { SCHEMA, type ConnectionsSchema } from './schema.ts';

export type Database = Kysely<ConnectionsSchema>;

/**
 * Two pools, so that waiting can never be for oneself: what holds a connection's row lock also needs `direct` for its
 * write-ahead marker, and would wait for ever in a single pool full of others that wait for the same row.
 */
export interface Databases {
  /** For statements that wait for no row lock. */
  readonly direct: Database;
  /** For transactions that take, or wait for, the lock of a connection's row. */
  readonly locking: Database;
  close(): Promise<void>;
}

/** Connects and brings the schema up to date. */
export async function openDatabase(databaseUrl: string, mostConnections: number): Promise<Databases> {
  // Half of them each: one refresh under way takes one of either.
  const max = Math.max(1, Math.floor(mostConnections / 2));
  const [direct, locking] = [openPool(databaseUrl, max), openPool(databaseUrl, max)];
  const close = async (): Promise<void> => {
    await Promise.all([direct.destroy(), locking.destroy()]);
  };
  try {
    await migrate(direct);
  } catch (error) {
    await close();
    throw error;
  }
  return { direct: direct.withSchema(SCHEMA), locking: locking.withSchema(SCHEMA), close };
}

function openPool(connectionString: string, max: number): Database {
  const pool = new pg.Pool({ connectionString, max });
  // A lost database connection fails the query it was running, or the next one; without a listener Node would end the
  // process for it as well.
  const nextQueryTells = (): void => undefined;
  pool.on('error', nextQueryTells);
  pool.on('connect', (client) => client.on('error', nextQueryTells));
  return new Kysely<ConnectionsSchema>({ dialect: new PostgresDialect({ pool }) });
}
