import { createPublicKey, type KeyObject } from 'node:crypto';
import { compactVerify, decodeJwt, decodeProtectedHeader, errors } from 'jose';
import type { JWTPayload } from 'jose';

/** The claims of a JWT as they are, unverified; undefined when it is none, or is not signed with RS256. */
export function readAssertion(assertion: string): JWTPayload | undefined {
  try {
    return decodeProtectedHeader(assertion).alg === 'RS256' ? decodeJwt(assertion) : undefined;
  } catch (error) {
    if (error instanceof errors.JWTInvalid || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Whether the key of the app's certificate has signed it. */
export async function isSignedBy(assertion: string, certificate: string): Promise<boolean> {
  try {
    await compactVerify(assertion, toPublicKey(certificate), { algorithms: ['RS256'] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}

/**
 * The key of a PEM certificate or of a PEM public key; metadata has certificates without their BEGIN and END lines too.
 *
 * @throws Error for anything else
 */
export function toPublicKey(certificate: string): KeyObject {
  const text = certificate.trim();
  if (text.startsWith('-----BEGIN')) return createPublicKey(text);
  return createPublicKey(`-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`);
}
