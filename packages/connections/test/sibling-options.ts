import { createEnvelopeCipher, createStaticKeyProvider, type EnvelopeCipher } from '@uman/encryption';

/** Everything another process needs to be a sibling of a rig's connections. Plain JSON. */
export interface SiblingOptions {
  readonly databaseUrl: string;
  readonly encryptionKey: string;
  readonly allowedLoginHosts: string[];
}

export function cipherWith(encryptionKey: string): EnvelopeCipher {
  return createEnvelopeCipher({
    keyProvider: createStaticKeyProvider({ currentKeyId: 'k1', keys: { k1: encryptionKey } }),
  });
}
