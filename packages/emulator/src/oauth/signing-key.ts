import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { OrgHost } from '../host/org-host.ts';

/** The org's key for id tokens. Made when it is first needed, then kept, so that ids signed before a restart still verify. */
export interface SigningKey {
  /** The private half, PKCS #8 in PEM. */
  privateKey(): string;
  /** What `/id/keys` publishes. */
  publicJwk(): Record<string, unknown>;
  readonly keyId: string;
}

const KEY_ID = '248';

/** All orgs of a host sign with one key, as those of one login host do. */
export function signingKeyOf(host: OrgHost): SigningKey {
  return host.primary().oauth.signingKey;
}

export function createSigningKey(database: DatabaseSync): SigningKey {
  database.exec(
    'CREATE TABLE IF NOT EXISTS __oauth_signing_key (key_id TEXT PRIMARY KEY, private_key TEXT NOT NULL) STRICT',
  );

  function privateKey(): string {
    const row = database.prepare('SELECT private_key FROM __oauth_signing_key WHERE key_id = ?').get(KEY_ID);
    if (row) return String(row['private_key']);
    const pair = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    database
      .prepare('INSERT INTO __oauth_signing_key (key_id, private_key) VALUES (?, ?)')
      .run(KEY_ID, pair.privateKey);
    return pair.privateKey;
  }

  return {
    keyId: KEY_ID,
    privateKey,
    publicJwk() {
      const { kty, n, e } = createPublicKey(privateKey()).export({ format: 'jwk' });
      return { kty, n, e, alg: 'RS256', use: 'sig', kid: KEY_ID };
    },
  };
}
