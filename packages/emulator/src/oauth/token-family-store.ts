import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { addColumn } from '../org/add-column.ts';
import { hashToken, randomToken } from './token-secret.ts';

/** All tokens that descend from one approval of one user. */
export interface TokenFamily {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly issuedAt: Date;
}

/** A family that has not been revoked. */
export interface Approval {
  readonly family: TokenFamily;
  /** When a refresh token of the family was last used; the approval, where none was. */
  readonly lastUsedAt: Date;
}

/** A refresh token that was issued once and whose family has not been revoked. */
export interface KnownRefreshToken extends Approval {
  /** It was traded for a newer one: it must not come again. */
  readonly isRotated: boolean;
}

export interface TokenFamilyStore {
  create(family: Omit<TokenFamily, 'id' | 'issuedAt'>, now: Date): TokenFamily;
  /** The first refresh token of a family, `5Aep861…`. */
  issueRefreshToken(family: TokenFamily): string;
  findRefreshToken(refreshToken: string): KnownRefreshToken | undefined;
  /** Trades a refresh token for the next one; the old one is dead at once. */
  rotate(refreshToken: string, family: TokenFamily): string;
  /** A refresh token of the family is being used. */
  touch(familyId: string, now: Date): void;
  revoke(familyId: string): void;
  /** Ends every family of the app. */
  revokeForApp(clientId: string): void;
  /** What the user has approved of this app and not taken back. */
  approvals(of: { clientId: string; userId: string }): Approval[];
}

/**
 * Families of refresh tokens in the org's database. With rotation each token is used once, and reuse of a dead one ends
 * the whole family. Source: Salesforce Help, Refresh Token Rotation (2026-03).
 */
export function createTokenFamilyStore(database: DatabaseSync): TokenFamilyStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __oauth_token_family (
    id TEXT PRIMARY KEY, client_id TEXT NOT NULL, user_id TEXT NOT NULL, scopes TEXT NOT NULL,
    issued_at INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0, last_used_at INTEGER) STRICT`);
  database.exec(`CREATE TABLE IF NOT EXISTS __oauth_refresh_token (
    token_hash TEXT PRIMARY KEY, family_id TEXT NOT NULL, rotated INTEGER NOT NULL DEFAULT 0) STRICT`);
  addColumn(database, '__oauth_token_family', 'last_used_at', 'INTEGER');
  const saveFamily = database.prepare(
    'INSERT INTO __oauth_token_family (id, client_id, user_id, scopes, issued_at) VALUES (?, ?, ?, ?, ?)',
  );
  const saveToken = database.prepare('INSERT INTO __oauth_refresh_token (token_hash, family_id) VALUES (?, ?)');
  const loadToken = database.prepare(`SELECT family.*, token.rotated FROM __oauth_refresh_token AS token
    JOIN __oauth_token_family AS family ON family.id = token.family_id WHERE token.token_hash = ?`);
  const endToken = database.prepare('UPDATE __oauth_refresh_token SET rotated = 1 WHERE token_hash = ?');
  const endFamily = database.prepare('UPDATE __oauth_token_family SET revoked = 1 WHERE id = ?');
  const endFamiliesOfApp = database.prepare('UPDATE __oauth_token_family SET revoked = 1 WHERE client_id = ?');
  const touchFamily = database.prepare('UPDATE __oauth_token_family SET last_used_at = ? WHERE id = ?');
  const loadApprovals = database.prepare(
    'SELECT * FROM __oauth_token_family WHERE client_id = ? AND user_id = ? AND revoked = 0',
  );

  function issueRefreshToken(family: TokenFamily): string {
    const token = randomToken('5Aep861', 60);
    saveToken.run(hashToken(token), family.id);
    return token;
  }

  return {
    issueRefreshToken,
    create({ clientId, userId, scopes }, now) {
      const family = { id: randomUUID(), clientId, userId, scopes, issuedAt: now };
      saveFamily.run(family.id, clientId, userId, JSON.stringify(scopes), now.getTime());
      return family;
    },
    findRefreshToken(refreshToken) {
      const row = loadToken.get(hashToken(refreshToken));
      if (!row || row['revoked'] !== 0) return undefined;
      return { ...toApproval(row), isRotated: row['rotated'] !== 0 };
    },
    rotate(refreshToken, family) {
      endToken.run(hashToken(refreshToken));
      return issueRefreshToken(family);
    },
    touch(familyId, now) {
      touchFamily.run(now.getTime(), familyId);
    },
    revoke(familyId) {
      endFamily.run(familyId);
    },
    revokeForApp(clientId) {
      endFamiliesOfApp.run(clientId);
    },
    approvals: ({ clientId, userId }) => loadApprovals.all(clientId, userId).map(toApproval),
  };
}

function toApproval(row: Record<string, SQLOutputValue>): Approval {
  return {
    family: {
      id: String(row['id']),
      clientId: String(row['client_id']),
      userId: String(row['user_id']),
      scopes: JSON.parse(String(row['scopes'])) as string[],
      issuedAt: new Date(Number(row['issued_at'])),
    },
    lastUsedAt: new Date(Number(row['last_used_at'] ?? row['issued_at'])),
  };
}
