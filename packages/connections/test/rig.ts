import { logInAndAllow } from '@uman/emulator';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { generateEncryptionKey } from '@uman/encryption';
import { createDatabase } from '@uman/local-stack';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { createConnections, type Connection, type Connections, type ConnectionsOptions } from '../src/index.ts';
import { createTokenVault } from '../src/tokens/token-vault.ts';
import { app, createEmulatedOrg, type EmulatedOrg, type LoginUser } from './emulated-org.ts';
import { startManInTheMiddle, type ManInTheMiddle } from './man-in-the-middle.ts';
import { cipherWith, type SiblingOptions } from './sibling-options.ts';

export interface ConnectInput {
  /** @default ada of the rig's org */
  readonly user?: LoginUser;
  /** @default 'customer-1' */
  readonly customerId?: string;
  /** @default the rig's org */
  readonly loginUrl?: string;
  readonly reconnect?: string;
}

/** What a test stands on: a database of its own, an emulated org, and connections between the two. */
export interface Rig {
  /** Opened anew when another host comes in, since the accepted hosts are fixed when it opens. */
  connections: Connections;
  readonly org: EmulatedOrg;
  readonly sibling: SiblingOptions;
  /** The rig's clock; set it to travel. */
  now: Date;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Logs in on the org's page, allows access, and gives the URL that the browser ends up at. */
  browse(authorizationUrl: string, user?: LoginUser): Promise<string>;
  connect(input?: ConnectInput): Promise<Connection>;
  /** The refresh token of the current generation, as a thief of database and key would get it. */
  refreshTokenOf(connectionId: string): Promise<string>;
  /** Connections of their own over the same database, as another process has. */
  open(options?: Partial<ConnectionsOptions>): Promise<Connections>;
  anotherOrg(): Promise<EmulatedOrg>;
  manInTheMiddle(): Promise<ManInTheMiddle>;
}

export async function createRig(): Promise<Rig> {
  const databaseUrl = await emptyDatabase();
  const encryptionKey = generateEncryptionKey();
  const cipher = cipherWith(encryptionKey);
  const allowedLoginHosts: string[] = [];
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());

  const org = await createEmulatedOrg();
  onTestFinished(() => org.emulator.close());
  const accept = async (url: string): Promise<void> => {
    allowedLoginHosts.push(url);
    rig.connections = await open();
  };
  const open = async (options: Partial<ConnectionsOptions> = {}): Promise<Connections> => {
    const clock = (): Date => rig.now;
    const opened = await createConnections({ databaseUrl, cipher, app, allowedLoginHosts, clock, ...options });
    onTestFinished(() => opened.close());
    return opened;
  };
  const rig: Omit<Rig, 'connections'> & { connections?: Connections } = {
    org,
    sibling: { databaseUrl, encryptionKey, allowedLoginHosts },
    now: new Date(),
    async query(sql, values = []) {
      return (await client.query<Record<string, unknown>>(sql, values)).rows;
    },
    async browse(authorizationUrl, { username, password } = org.ada) {
      return await logInAndAllow(authorizationUrl, { username, password });
    },
    async connect({ user, customerId = 'customer-1', loginUrl = org.url, reconnect } = {}) {
      const again = reconnect === undefined ? {} : { reconnect };
      const connections = rig.connections ?? (await open());
      const started = await connections.startConnect({ customerId, loginUrl, ...again });
      const callbackUrl = await rig.browse(started.authorizationUrl, user);
      return await connections.finishConnect({ callbackUrl, state: started.state });
    },
    async refreshTokenOf(connectionId) {
      const [row] = await rig.query('select * from uman_connections.connections where id = $1', [connectionId]);
      const place = { connectionId, generation: Number(row?.['generation']) };
      return await createTokenVault(cipher).open(place, 'refresh-token', row?.['refresh_token'] as never);
    },
    open,
    async anotherOrg() {
      const created = await createEmulatedOrg();
      onTestFinished(() => created.emulator.close());
      await accept(created.url);
      return created;
    },
    async manInTheMiddle() {
      const middle = await startManInTheMiddle(org);
      onTestFinished(() => middle.close());
      await accept(middle.url);
      return middle;
    },
  };
  await accept(org.url);
  return rig as Rig;
}

/** Asks again until it is so; for what another process or Postgres does in its own time. */
export async function eventually(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(20);
}

export async function emptyDatabase(): Promise<string> {
  return await createDatabase({ postgres: { url: inject('postgresUrl') } }, `connections_${randomUUID()}`);
}
