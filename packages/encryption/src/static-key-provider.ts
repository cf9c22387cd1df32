import { decrypt, encrypt, IV_BYTES, TAG_BYTES } from './aes-256-gcm.ts';
import { parseEncryptionKey } from './encryption-keys.ts';
import type { KeyProvider } from './key-provider.ts';
import { VaultKeyUnknownError } from './vault-error.ts';

export interface StaticKeyProviderOptions {
  /** The key that seals from now on. Must be one of `keys`. */
  readonly currentKeyId: string;
  /** Key id → 32 bytes as base64. Keep retired keys here until nothing is sealed with them any more. */
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Keys given as values, held in memory.
 *
 * To rotate: add a key, make it current, restart; what is sealed with older keys still opens.
 *
 * @throws VaultKeyInvalidError for a key that is not 32 bytes of base64
 * @throws VaultKeyUnknownError when `currentKeyId` is not among `keys`
 */
export function createStaticKeyProvider(options: StaticKeyProviderOptions): KeyProvider {
  const keys = new Map(Object.entries(options.keys).map(([id, key]) => [id, parseEncryptionKey(id, key)]));
  const keyOf = (keyId: string): Uint8Array => {
    const key = keys.get(keyId);
    if (key === undefined) throw new VaultKeyUnknownError({ keyId, knownKeyIds: [...keys.keys()] });
    return key;
  };
  const currentKeyId = options.currentKeyId;
  const currentKey = keyOf(currentKeyId);

  return {
    async wrapKey(dataKey) {
      const { iv, tag, ciphertext } = encrypt(currentKey, dataKey, wrappingContext(currentKeyId));
      return { keyId: currentKeyId, wrappedKey: Buffer.concat([iv, tag, ciphertext]) };
    },
    async unwrapKey({ keyId, wrappedKey }) {
      const key = keyOf(keyId);
      const iv = wrappedKey.subarray(0, IV_BYTES);
      const tag = wrappedKey.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      return decrypt(key, { iv, tag, ciphertext: wrappedKey.subarray(IV_BYTES + TAG_BYTES) }, wrappingContext(keyId));
    },
  };
}

/** Ties a wrapped key to the id it is filed under, and keeps it from passing as content. */
function wrappingContext(keyId: string): string {
  return `uman/data-key/v1/${keyId}`;
}
