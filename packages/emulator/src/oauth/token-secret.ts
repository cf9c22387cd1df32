import { createHash, randomBytes } from 'node:crypto';

/** What is kept of a token: its SHA-256, so that a copied database gives no one access. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A random token of letters, digits, `.` and `_`, as Salesforce's are. */
export function randomToken(prefix: string, bytes: number): string {
  return prefix + randomBytes(bytes).toString('base64').replaceAll('+', '.').replaceAll('/', '_').replace(/=+$/, '');
}
