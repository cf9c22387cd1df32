import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { hashToken, randomToken } from './token-secret.ts';

/** All tokens that descend from one approval of one user. */
export interface TokenFamily {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly issuedAt: Date;
}

export type Rotation =
  | { readonly status: 'rotated'; readonly family: TokenFamily; readonly refreshToken: string }
  /** The token was rotated away before: its family has just been revoked. */
  | { readonly status: 'reused'; readonly family: TokenFamily }
  /** Unknown, revoked, or of another app. */
  | { readonly status: 'dead' };

export interface TokenFamilyStore {
  create(family: Omit<TokenFamily, 'id' | 'issuedAt'>, now: Date): TokenFamily;
  /** The first refresh token of a family, `5Aep861…`. */
  issueRefreshToken(family: TokenFamily): string;
  /** Trades a refresh token for the next one; the old one is dead at once. */
  rotate(refreshToken: string, clientId: string): Rotation;
  /** The family of a refresh token that still works. */
  findByRefreshToken(refreshToken: string): TokenFamily | undefined;
  revoke(familyId: string): void;
  /** The user approved this app for these scopes and has not taken it back. */
  isApproved(approval: { clientId: string; userId: string; scopes: readonly string[] }): boolean;
}

/**
 * Refresh tokens with rotation: each is used once, and reuse of a dead one ends the whole family. Source: Salesforce
 * Help, Refresh Token Rotation (2026-03).
 */
export function createTokenFamilyStore(database: DatabaseSync): TokenFamilyStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __oauth_token_family (
    id TEXT PRIMARY KEY, client_id TEXT NOT NULL, user_id TEXT NOT NULL, scopes TEXT NOT NULL,
    issued_at INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) STRICT`);
  database.exec(`CREATE TABLE IF NOT EXISTS __oauth_refresh_token (
    token_hash TEXT PRIMARY KEY, family_id TEXT NOT NULL, rotated INTEGER NOT NULL DEFAULT 0) STRICT`);
  const saveFamily = database.prepare(
    'INSERT INTO __oauth_token_family (id, client_id, user_id, scopes, issued_at) VALUES (?, ?, ?, ?, ?)',
  );
  const saveToken = database.prepare('INSERT INTO __oauth_refresh_token (token_hash, family_id) VALUES (?, ?)');
  const loadToken = database.prepare(`SELECT family.*, token.rotated FROM __oauth_refresh_token AS token
    JOIN __oauth_token_family AS family ON family.id = token.family_id WHERE token.token_hash = ?`);
  const endToken = database.prepare('UPDATE __oauth_refresh_token SET rotated = 1 WHERE token_hash = ?');
  const endFamily = database.prepare('UPDATE __oauth_token_family SET revoked = 1 WHERE id = ?');
  const loadApproved = database.prepare(
    'SELECT scopes FROM __oauth_token_family WHERE client_id = ? AND user_id = ? AND revoked = 0',
  );

  function issueRefreshToken(family: TokenFamily): string {
    const token = randomToken('5Aep861', 60);
    saveToken.run(hashToken(token), family.id);
    return token;
  }

  function findRow(refreshToken: string) {
    const row = loadToken.get(hashToken(refreshToken));
    if (!row || row['revoked'] !== 0) return undefined;
    const family: TokenFamily = {
      id: String(row['id']),
      clientId: String(row['client_id']),
      userId: String(row['user_id']),
      scopes: JSON.parse(String(row['scopes'])) as string[],
      issuedAt: new Date(Number(row['issued_at'])),
    };
    return { family, isRotated: row['rotated'] !== 0 };
  }

  return {
    issueRefreshToken,
    create({ clientId, userId, scopes }, now) {
      const family = { id: randomUUID(), clientId, userId, scopes, issuedAt: now };
      saveFamily.run(family.id, clientId, userId, JSON.stringify(scopes), now.getTime());
      return family;
    },
    rotate(refreshToken, clientId) {
      const found = findRow(refreshToken);
      if (!found || found.family.clientId !== clientId) return { status: 'dead' };
      if (found.isRotated) {
        endFamily.run(found.family.id);
        return { status: 'reused', family: found.family };
      }
      endToken.run(hashToken(refreshToken));
      return { status: 'rotated', family: found.family, refreshToken: issueRefreshToken(found.family) };
    },
    findByRefreshToken(refreshToken) {
      const found = findRow(refreshToken);
      return found && !found.isRotated ? found.family : undefined;
    },
    revoke(familyId) {
      endFamily.run(familyId);
    },
    isApproved({ clientId, userId, scopes }) {
      return loadApproved
        .all(clientId, userId)
        .map((row) => JSON.parse(String(row['scopes'])) as string[])
        .some((approved) => scopes.every((scope) => approved.includes(scope)));
    },
  };
}
