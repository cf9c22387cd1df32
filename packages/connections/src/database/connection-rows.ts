import type { Selectable } from 'kysely';
import type { Connection } from '../connection.ts';
import { ConnectionNotFoundError } from '../connection-errors.ts';
import type { Database } from './open-database.ts';
import type { ConnectionsTable } from './schema.ts';

export type ConnectionRow = Selectable<ConnectionsTable>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws ConnectionNotFoundError */
export async function readConnectionRow(db: Database, connectionId: string): Promise<ConnectionRow> {
  return await required(connectionId, () =>
    db.selectFrom('connections').selectAll().where('id', '=', connectionId).executeTakeFirst(),
  );
}

/**
 * Reads the row and holds its lock until the transaction ends.
 *
 * "No key update" excludes other holders as `for update` does, yet lets rows that refer to this one be written: the
 * write-ahead marker is, on another database connection, while the lock is held.
 *
 * @throws ConnectionNotFoundError
 */
export async function lockConnectionRow(transaction: Database, connectionId: string): Promise<ConnectionRow> {
  return await required(connectionId, () =>
    transaction
      .selectFrom('connections')
      .selectAll()
      .where('id', '=', connectionId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  );
}

async function required(connectionId: string, read: () => Promise<ConnectionRow | undefined>): Promise<ConnectionRow> {
  const row = UUID.test(connectionId) ? await read() : undefined;
  if (row === undefined) throw new ConnectionNotFoundError({ connectionId });
  return row;
}

/** The public face of a row: everything but tokens. */
export function toConnection(row: ConnectionRow): Connection {
  return {
    id: row.id,
    customerId: row.customer_id,
    orgId: row.org_id,
    userId: row.user_id,
    username: row.username,
    instanceUrl: row.instance_url,
    loginUrl: row.login_url,
    status: row.status,
    ...(row.status_reason !== null && { reauthorizationReason: row.status_reason }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
