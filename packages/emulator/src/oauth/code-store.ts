import type { DatabaseSync } from 'node:sqlite';
import { hashToken, randomToken } from './token-secret.ts';

/** Milliseconds that an authorization code can be redeemed in. */
const LIFETIME = 15 * 60 * 1000;

/** What a user allowed, and what the code that says so may be redeemed with. */
export interface CodeGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  /** BASE64URL(SHA256(code_verifier)); undefined where the app sent none and does not have to. */
  readonly codeChallenge: string | undefined;
}

export type RedeemedCode =
  | { readonly status: 'redeemed'; readonly grant: CodeGrant }
  /** Redeemed before, or too old. */
  | { readonly status: 'expired' }
  | { readonly status: 'unknown' };

export interface CodeStore {
  /** A new code, `aPrx…==`. */
  create(grant: CodeGrant, now: Date): string;
  /** Whether this org has issued it, be it spent or not. */
  knows(code: string): boolean;
  /** A code is spent by the first try, whether that succeeds or not. */
  redeem(code: string, now: Date): RedeemedCode;
}

export function createCodeStore(database: DatabaseSync): CodeStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __oauth_code (
    code_hash TEXT PRIMARY KEY, authorization TEXT NOT NULL, issued_at INTEGER NOT NULL, redeemed INTEGER NOT NULL) STRICT`);
  const save = database.prepare(
    'INSERT INTO __oauth_code (code_hash, authorization, issued_at, redeemed) VALUES (?, ?, ?, 0)',
  );
  const load = database.prepare('SELECT * FROM __oauth_code WHERE code_hash = ?');
  const spend = database.prepare('UPDATE __oauth_code SET redeemed = 1 WHERE code_hash = ?');

  return {
    create(grant, now) {
      const code = `${randomToken('aPrx', 60)}==`;
      save.run(hashToken(code), JSON.stringify(grant), now.getTime());
      return code;
    },
    knows: (code) => load.get(hashToken(code)) !== undefined,
    redeem(code, now) {
      const hash = hashToken(code);
      const row = load.get(hash);
      if (!row) return { status: 'unknown' };
      spend.run(hash);
      const isLate = now.getTime() - Number(row['issued_at']) > LIFETIME;
      if (row['redeemed'] !== 0 || isLate) return { status: 'expired' };
      return { status: 'redeemed', grant: JSON.parse(String(row['authorization'])) as CodeGrant };
    },
  };
}
