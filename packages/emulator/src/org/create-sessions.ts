import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { toShortId } from './record-id.ts';
import type { OrgSettings } from './org-settings.ts';
import type { OrgSession, OrgSessions } from './org-session.ts';

const KEPT = 1000;

export interface CreateSessionsOptions {
  readonly database: DatabaseSync;
  readonly settings: OrgSettings;
  readonly orgId: string;
  readonly clock: () => Date;
}

/** Sessions in the org's database; of an access token only its hash is kept. */
export function createSessions({ database, settings, orgId, clock }: CreateSessionsOptions): OrgSessions {
  database.exec(`CREATE TABLE IF NOT EXISTS __session (
    token_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, client_id TEXT, scopes TEXT NOT NULL,
    family_id TEXT, issued_at TEXT NOT NULL, active_at TEXT) STRICT`);
  database.exec('CREATE INDEX IF NOT EXISTS __session_family ON __session (family_id)');
  addActivity(database);
  const insert = database.prepare(
    'INSERT INTO __session (token_hash, user_id, client_id, scopes, family_id, issued_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM __session WHERE token_hash = ?');
  const remove = database.prepare('DELETE FROM __session WHERE token_hash = ?');
  const removeApp = database.prepare('DELETE FROM __session WHERE client_id = ?');
  const touch = database.prepare('UPDATE __session SET active_at = ? WHERE token_hash = ?');
  const removeFamily = database.prepare('DELETE FROM __session WHERE family_id = ?');

  /** By token: what every request of a client looks for. Forgotten as soon as any session ends. */
  const kept = new Map<string, OrgSession>();
  const keptTimeout = settings.get(TIMEOUT) ?? '';
  let timeoutMinutes = keptTimeout === '' ? undefined : Number(keptTimeout);
  /** Salesforce notes that a session was used only once half of its time is over. Source: Salesforce Help, Session Settings. */
  const isAlive = (row: Record<string, SQLOutputValue>): boolean => {
    if (timeoutMinutes === undefined) return true;
    const now = clock();
    const idle = now.getTime() - Date.parse(String(row['active_at'] ?? row['issued_at']));
    const limit = timeoutMinutes * 60_000;
    if (idle > limit) return false;
    if (idle > limit / 2) touch.run(now.toISOString(), String(row['token_hash']));
    return true;
  };

  return {
    issue({ userId, clientId, scopes = ['full'], familyId }) {
      const accessToken = `${toShortId(orgId)}!${randomBytes(72).toString('base64url').replaceAll('-', '.')}`;
      const issuedAt = clock();
      insert.run(
        hash(accessToken),
        userId,
        clientId ?? null,
        scopes.join(' '),
        familyId ?? null,
        issuedAt.toISOString(),
      );
      return { accessToken, userId, clientId, scopes, familyId, issuedAt };
    },
    find(accessToken) {
      const known = kept.get(accessToken);
      if (known) return known;
      const row = select.get(hash(accessToken));
      const session = row && isAlive(row) ? toSession(accessToken, row) : undefined;
      if (kept.size >= KEPT) kept.clear();
      if (session && timeoutMinutes === undefined) kept.set(accessToken, session);
      return session;
    },
    expire(accessToken) {
      kept.clear();
      remove.run(hash(accessToken));
    },
    setTimeoutMinutes(minutes) {
      kept.clear();
      timeoutMinutes = minutes;
      settings.set(TIMEOUT, minutes === undefined ? '' : String(minutes));
    },
    expiryOf({ accessToken, issuedAt }) {
      if (timeoutMinutes === undefined) return undefined;
      const activeAt = select.get(hash(accessToken))?.['active_at'];
      const since = typeof activeAt === 'string' ? Date.parse(activeAt) : issuedAt.getTime();
      return new Date(since + timeoutMinutes * 60_000);
    },
    timeoutMinutes: () => timeoutMinutes,
    expireAll(userId) {
      kept.clear();
      if (userId === undefined) database.exec('DELETE FROM __session');
      else database.prepare('DELETE FROM __session WHERE user_id = ?').run(userId);
    },
    revokeForFamily(familyId) {
      kept.clear();
      removeFamily.run(familyId);
    },
    revokeForApp(clientId) {
      kept.clear();
      removeApp.run(clientId);
    },
  };
}

const TIMEOUT = 'sessionTimeoutMinutes';

/** When a session was last seen in use: files of older emulators do not know. */
function addActivity(database: DatabaseSync): void {
  const columns = database.prepare(`SELECT name FROM pragma_table_info('__session')`).all();
  if (columns.some(({ name }) => name === 'active_at')) return;
  database.exec('ALTER TABLE __session ADD COLUMN active_at TEXT');
}

function hash(accessToken: string): string {
  return createHash('sha256').update(accessToken).digest('base64url');
}

function toSession(accessToken: string, row: Record<string, SQLOutputValue>): OrgSession {
  const optional = (value: SQLOutputValue | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  return {
    accessToken,
    userId: String(row['user_id']),
    clientId: optional(row['client_id']),
    scopes: String(row['scopes']).split(' '),
    familyId: optional(row['family_id']),
    issuedAt: new Date(String(row['issued_at'])),
  };
}
