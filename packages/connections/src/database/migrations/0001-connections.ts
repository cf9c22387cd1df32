import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { SCHEMA } from '../schema.ts';

/** Connections with their sealed tokens, connect flows, and the write-ahead markers of refreshes. */
export const connections: Migration = {
  async up(db: Kysely<unknown>) {
    const schema = db.schema.withSchema(SCHEMA);

    await schema
      .createTable('connections')
      .addColumn('id', 'uuid', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull())
      .addColumn('org_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('username', 'text', (column) => column.notNull())
      .addColumn('instance_url', 'text', (column) => column.notNull())
      .addColumn('login_url', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('status_reason', 'text')
      .addColumn('status_detail', 'text')
      .addColumn('generation', 'integer', (column) => column.notNull())
      .addColumn('access_token', 'jsonb')
      .addColumn('refresh_token', 'jsonb')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
      .addUniqueConstraint('connections_one_for_each_user', ['customer_id', 'org_id', 'user_id'])
      .addCheckConstraint('connections_status', sql`status in ('active', 'reauthorization_required')`)
      .addCheckConstraint(
        'connections_reason',
        sql`(status = 'reauthorization_required') = (status_reason is not null)`,
      )
      .execute();

    await schema
      .createTable('connect_flows')
      .addColumn('state_hash', 'text', (column) => column.primaryKey())
      .addColumn('customer_id', 'text', (column) => column.notNull())
      .addColumn('login_url', 'text', (column) => column.notNull())
      .addColumn('reconnect', 'uuid', (column) => column.references(`${SCHEMA}.connections.id`).onDelete('cascade'))
      .addColumn('secrets', 'jsonb')
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .addColumn('used_at', 'timestamptz')
      .execute();
    await schema.createIndex('connect_flows_by_expiry').on('connect_flows').column('expires_at').execute();

    await schema
      .createTable('refresh_attempts')
      .addColumn('connection_id', 'uuid', (column) =>
        column.notNull().references(`${SCHEMA}.connections.id`).onDelete('cascade'),
      )
      .addColumn('generation', 'integer', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('started_at', 'timestamptz', (column) => column.notNull())
      .addColumn('failed_as', 'text')
      .addColumn('answer_lost', 'boolean', (column) => column.notNull())
      .addPrimaryKeyConstraint('refresh_attempts_pkey', ['connection_id', 'generation'])
      .execute();
  },
};
