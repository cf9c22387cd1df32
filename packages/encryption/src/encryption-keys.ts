import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from './aes-256-gcm.ts';
import { VaultKeyInvalidError } from './vault-error.ts';

const KEY_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** A new random key in the form that the key providers take: 32 bytes as base64. */
export function generateEncryptionKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/** @throws VaultKeyInvalidError naming the key id, never the key. */
export function parseEncryptionKey(keyId: string, base64: string): Uint8Array {
  if (!KEY_ID.test(keyId)) {
    throw new VaultKeyInvalidError({
      keyId,
      problem: 'a key id has 1–64 letters, digits, dots, dashes or underscores',
    });
  }
  const key = Buffer.from(base64, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== base64) {
    throw new VaultKeyInvalidError({
      keyId,
      problem: 'a key is exactly 32 random bytes, written as base64 with padding',
    });
  }
  return key;
}
