import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, KEY_BYTES } from './aes-256-gcm.ts';
import { parseEnvelope, type Envelope } from './envelope.ts';
import type { KeyProvider } from './key-provider.ts';
import { VaultDecryptionFailedError, VaultError } from './vault-error.ts';

export interface EnvelopeCipherOptions {
  readonly keyProvider: KeyProvider;
}

/** Seals bytes into envelopes and opens them again. */
export interface EnvelopeCipher {
  /**
   * @param context where the envelope will live, such as `connections/<id>/refresh-token`. It is authenticated, not
   *   stored: an envelope that is moved to another place does not open there.
   */
  seal(plaintext: Uint8Array, context: string): Promise<Envelope>;
  /**
   * @param envelope as stored; checked before use, so that a value read from a database may be passed as it is
   * @throws VaultEnvelopeUnsupportedError, VaultKeyUnknownError, VaultDecryptionFailedError
   */
  open(envelope: unknown, context: string): Promise<Uint8Array>;
}

/**
 * Envelope encryption: each envelope has a data key of its own, wrapped by the provider's current key. So a key of the
 * provider seals only data keys, and changing it later means wrapping again, not encrypting again.
 */
export function createEnvelopeCipher({ keyProvider }: EnvelopeCipherOptions): EnvelopeCipher {
  return {
    async seal(plaintext, context) {
      const dataKey = randomBytes(KEY_BYTES);
      const { keyId, wrappedKey } = await keyProvider.wrapKey(dataKey);
      const { iv, tag, ciphertext } = encrypt(dataKey, plaintext, associatedData(context));
      dataKey.fill(0);
      return {
        v: 1,
        alg: 'A256GCM',
        kid: keyId,
        wrappedKey: toBase64(wrappedKey),
        iv: toBase64(iv),
        tag: toBase64(tag),
        ciphertext: toBase64(ciphertext),
      };
    },

    async open(value, context) {
      const envelope = parseEnvelope(value);
      const dataKey = await unwrap(keyProvider, envelope, context);
      try {
        return decrypt(dataKey, contentOf(envelope), associatedData(context));
      } catch (cause) {
        throw new VaultDecryptionFailedError({ keyId: envelope.kid, context, part: 'content', cause });
      } finally {
        dataKey.fill(0);
      }
    },
  };
}

async function unwrap(keyProvider: KeyProvider, envelope: Envelope, context: string): Promise<Uint8Array> {
  try {
    return await keyProvider.unwrapKey({ keyId: envelope.kid, wrappedKey: fromBase64(envelope.wrappedKey) });
  } catch (cause) {
    if (cause instanceof VaultError) throw cause;
    throw new VaultDecryptionFailedError({ keyId: envelope.kid, context, part: 'dataKey', cause });
  }
}

/**
 * Version and algorithm are authenticated with the context. The key id is not: it is tied to the wrapped key instead,
 * so that an envelope can be wrapped under a newer key without touching its content.
 */
function associatedData(context: string): string {
  if (context === '') throw new TypeError('An envelope needs a context: an empty one would let envelopes be swapped.');
  return `uman/envelope/v1/A256GCM/${context}`;
}

function contentOf({ iv, tag, ciphertext }: Envelope) {
  return { iv: fromBase64(iv), tag: fromBase64(tag), ciphertext: fromBase64(ciphertext) };
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
