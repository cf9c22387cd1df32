import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { generateEncryptionKey, type EnvelopeCipher } from '@uman/encryption';
import { createDatabase } from '@uman/local-stack';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { createConnections, type Connection, type Connections, type ConnectionsOptions } from '../src/index.ts';
import { app, startLoginHost, type LoginHost, type LoginUser } from './login-host.ts';
import { cipherWith, type SiblingOptions } from './sibling-options.ts';

/** What a test stands on: a database of its own, a login host, and connections between the two. */
export interface Rig {
  readonly connections: Connections;
  readonly host: LoginHost;
  readonly cipher: EnvelopeCipher;
  readonly sibling: SiblingOptions;
  /** The rig's clock; set it to travel. */
  now: Date;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Goes through Salesforce's pages as this user and gives where the browser ends up. */
  browse(authorizationUrl: string): Promise<string>;
  connect(input?: { user?: LoginUser; customerId?: string; reconnect?: string }): Promise<Connection>;
  /** Connections of their own over the same database, as another process has. */
  open(options?: Partial<ConnectionsOptions>): Promise<Connections>;
}

export async function createRig(): Promise<Rig> {
  const databaseUrl = await emptyDatabase();
  const host = await startLoginHost();
  const encryptionKey = generateEncryptionKey();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await host.close();
  });

  const open = async (options: Partial<ConnectionsOptions> = {}): Promise<Connections> => {
    const opened = await createConnections({
      databaseUrl,
      cipher: rig.cipher,
      app,
      allowedLoginHosts: [host.url],
      clock: () => rig.now,
      ...options,
    });
    onTestFinished(() => opened.close());
    return opened;
  };
  const rig: Omit<Rig, 'connections'> = {
    host,
    cipher: cipherWith(encryptionKey),
    sibling: { databaseUrl, encryptionKey, allowedLoginHosts: [host.url] },
    now: new Date(),
    async query(sql, values = []) {
      return (await client.query<Record<string, unknown>>(sql, values)).rows;
    },
    async browse(authorizationUrl) {
      const response = await fetch(authorizationUrl, { redirect: 'manual' });
      return response.headers.get('location') ?? '';
    },
    async connect({ user, customerId = 'customer-1', reconnect } = {}) {
      if (user !== undefined) host.user = user;
      const started = await connections.startConnect({
        customerId,
        loginUrl: host.url,
        ...(reconnect !== undefined && { reconnect }),
      });
      const callbackUrl = await rig.browse(started.authorizationUrl);
      return await connections.finishConnect({ callbackUrl, state: started.state });
    },
    open,
  };
  const connections = await open();
  return Object.assign(rig, { connections });
}

/** Asks again until it is so; for what another process or Postgres does in its own time. */
export async function eventually(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(20);
}

export async function emptyDatabase(): Promise<string> {
  return await createDatabase({ postgres: { url: inject('postgresUrl') } }, `connections_${randomUUID()}`);
}
