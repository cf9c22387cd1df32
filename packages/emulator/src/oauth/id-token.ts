import { createHash } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import type { Org } from '../org/org.ts';
import { identityUrl } from './identity-url.ts';

/** Seconds until an id token expires. */
const LIFETIME = 120;

export interface IdTokenOptions {
  readonly org: Org;
  readonly userId: string;
  readonly clientId: string;
  readonly accessToken: string;
  readonly nonce: string | undefined;
  readonly issuedAt: Date;
}

/** An OpenID Connect id token, RS256, for the key that `/id/keys` publishes. */
export async function signIdToken({
  org,
  userId,
  clientId,
  accessToken,
  nonce,
  issuedAt,
}: IdTokenOptions): Promise<string> {
  const key = org.oauth.signingKey;
  const seconds = Math.floor(issuedAt.getTime() / 1000);
  return new SignJWT({
    at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
    ...(nonce !== undefined && { nonce }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.keyId, typ: 'JWT' })
    .setIssuer(org.url())
    .setSubject(identityUrl(org, userId))
    .setAudience(clientId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LIFETIME)
    .sign(await importPKCS8(key.privateKey(), 'RS256'));
}
