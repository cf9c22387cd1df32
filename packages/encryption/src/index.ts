// Sealing and opening
export { createEnvelopeCipher } from './envelope-cipher.ts';
export type { EnvelopeCipher, EnvelopeCipherOptions } from './envelope-cipher.ts';
export { envelopeSchema } from './envelope.ts';
export type { Envelope } from './envelope.ts';

// Keys
export { createStaticKeyProvider } from './static-key-provider.ts';
export type { StaticKeyProviderOptions } from './static-key-provider.ts';
export { createEnvironmentKeyProvider, encryptionKeyVariables } from './environment-key-provider.ts';
export type { EnvironmentKeyProviderOptions } from './environment-key-provider.ts';
export { generateEncryptionKey } from './encryption-keys.ts';
export type { KeyProvider, WrappedKey } from './key-provider.ts';

// Failures
export {
  VaultDecryptionFailedError,
  VaultEnvelopeUnsupportedError,
  VaultError,
  VaultKeyInvalidError,
  VaultKeyUnknownError,
} from './vault-error.ts';
export type { UnopenedPart } from './vault-error.ts';
