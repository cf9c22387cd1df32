import { createHash, timingSafeEqual } from 'node:crypto';

/** BASE64URL(SHA256(verifier)) equals the challenge. Source: RFC 7636, S256. */
export function matchesChallenge(verifier: string, challenge: string): boolean {
  const expected = Buffer.from(challenge);
  const actual = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
