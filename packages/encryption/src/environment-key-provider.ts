import type { KeyProvider } from './key-provider.ts';
import { createStaticKeyProvider } from './static-key-provider.ts';
import { VaultKeyInvalidError, VaultKeyUnknownError } from './vault-error.ts';

/** Names of the variables that {@link createEnvironmentKeyProvider} reads. */
export const encryptionKeyVariables = {
  /** `id:base64` pairs, separated by commas or white space: `2026-11:q83…=,2026-05:Zm9…=`. */
  keys: 'UMAN_ENCRYPTION_KEYS',
  /** The id of the key that seals from now on. */
  currentKeyId: 'UMAN_ENCRYPTION_CURRENT_KEY_ID',
} as const;

export interface EnvironmentKeyProviderOptions {
  /** The environment to read, handed in by the program's `config.ts`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Keys from two environment variables; see {@link encryptionKeyVariables}.
 *
 * @throws VaultKeyUnknownError, VaultKeyInvalidError as {@link createStaticKeyProvider} does, also when a variable is missing
 */
export function createEnvironmentKeyProvider({ environment }: EnvironmentKeyProviderOptions): KeyProvider {
  const keys: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const pair of (environment[encryptionKeyVariables.keys] ?? '').split(/[\s,]+/).filter(Boolean)) {
    const [keyId = '', base64 = ''] = pair.split(':', 2);
    if (keyId in keys)
      throw new VaultKeyInvalidError({ keyId, problem: `it stands twice in ${encryptionKeyVariables.keys}` });
    keys[keyId] = base64;
  }
  const currentKeyId = environment[encryptionKeyVariables.currentKeyId];
  if (currentKeyId === undefined || currentKeyId === '') {
    throw new VaultKeyUnknownError({
      keyId: `(${encryptionKeyVariables.currentKeyId} is not set)`,
      knownKeyIds: Object.keys(keys),
    });
  }
  return createStaticKeyProvider({ currentKeyId, keys });
}
