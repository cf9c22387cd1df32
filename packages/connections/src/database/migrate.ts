import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { connections } from './migrations/0001-connections.ts';
import { SCHEMA } from './schema.ts';

/** In order of their names, which are never changed: the database remembers them. */
const migrations = { '0001-connections': connections };

/** Any number that no other user of the database is likely to lock; "uman" in ASCII. */
const MIGRATION_LOCK = 0x756d616e;

/**
 * Brings the schema up to date. Any number of processes may do so at once: one works, the others wait and find it done.
 *
 * kysely locks too, but only once its own tables exist; making them is a race that Postgres' `if not exists` does not
 * settle, so the lock here comes first. It ends with its transaction, also when this process dies.
 */
export async function migrate<Schema>(db: Kysely<Schema>): Promise<void> {
  await db.transaction().execute(async (locking) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(locking);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableSchema: SCHEMA,
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  });
}
