import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes of an AES-256 key. */
export const KEY_BYTES = 32;
/** Bytes of a nonce: the one length for which GCM needs no further hashing (NIST SP 800-38D §8.2). */
export const IV_BYTES = 12;
/** Bytes of an authentication tag: the full length, never a shortened one. */
export const TAG_BYTES = 16;

/** What AES-256-GCM makes of a plaintext. */
export interface Sealed {
  readonly iv: Uint8Array;
  readonly tag: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Encrypts under a fresh random nonce; `associatedData` is authenticated, not stored. */
export function encrypt(key: Uint8Array, plaintext: Uint8Array, associatedData: string): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(associatedData, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), ciphertext };
}

/** Decrypts, or throws Node's error when key, nonce, tag, ciphertext or associated data is not the one that was used. */
export function decrypt(key: Uint8Array, sealed: Sealed, associatedData: string): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(associatedData, 'utf8'));
  decipher.setAuthTag(sealed.tag);
  return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]);
}
