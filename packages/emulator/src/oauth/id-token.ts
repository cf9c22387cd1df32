import { createHash } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import type { Org } from '../org/org.ts';
import { signingKeyOf } from './signing-key.ts';
import { identityUrl } from './identity-url.ts';

/** Seconds until an id token expires. */
const LIFETIME = 120;

export interface IdTokenOptions {
  readonly org: Org;
  /** The address that the user's app knows the login by. */
  readonly issuer: string;
  readonly userId: string;
  readonly clientId: string;
  readonly accessToken: string;
  readonly nonce: string | undefined;
  readonly issuedAt: Date;
}

/** An OpenID Connect id token, RS256, for the key that `/id/keys` publishes. */
export async function signIdToken({
  org,
  issuer,
  userId,
  clientId,
  accessToken,
  nonce,
  issuedAt,
}: IdTokenOptions): Promise<string> {
  const key = signingKeyOf(org.host());
  const seconds = Math.floor(issuedAt.getTime() / 1000);
  return new SignJWT({
    at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
    ...(nonce !== undefined && { nonce }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.keyId, typ: 'JWT' })
    .setIssuer(issuer)
    .setSubject(identityUrl(org, userId))
    .setAudience(clientId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LIFETIME)
    .sign(await importPKCS8(key.privateKey(), 'RS256'));
}
