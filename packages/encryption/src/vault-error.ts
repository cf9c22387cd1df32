/** Base of every failure of this package. Branch on `code`; messages are for people and may change. */
export abstract class VaultError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A key id is named that this process does not have. For operators: the customer can do nothing about it. */
export class VaultKeyUnknownError extends VaultError {
  readonly code = 'VAULT_KEY_UNKNOWN';
  readonly keyId: string;
  readonly knownKeyIds: readonly string[];

  constructor(options: { keyId: string; knownKeyIds: readonly string[] }) {
    super(
      `Could not use encryption key "${options.keyId}": only ${options.knownKeyIds.map((id) => `"${id}"`).join(', ') || 'no key'} is configured here. ` +
        'Add that key to the key provider; a retired key has to stay until nothing is sealed with it any more.',
    );
    this.keyId = options.keyId;
    this.knownKeyIds = options.knownKeyIds;
  }
}

/** A configured key is not 32 bytes of base64, or its id is unusable. Thrown at start, before anything is sealed. */
export class VaultKeyInvalidError extends VaultError {
  readonly code = 'VAULT_KEY_INVALID';
  readonly keyId: string;

  constructor(options: { keyId: string; problem: string }) {
    super(`Could not load encryption key "${options.keyId}": ${options.problem}.`);
    this.keyId = options.keyId;
  }
}

/** Which part of an envelope did not authenticate. */
export type UnopenedPart = 'dataKey' | 'content';

/**
 * The envelope was changed, was sealed for another context (swapped with another one), or the key under this id is a
 * different one. Never a reason to ask a customer to connect again.
 */
export class VaultDecryptionFailedError extends VaultError {
  readonly code = 'VAULT_DECRYPTION_FAILED';
  readonly keyId: string;
  readonly context: string;
  readonly part: UnopenedPart;

  constructor(options: { keyId: string; context: string; part: UnopenedPart; cause: unknown }) {
    super(
      `Could not open the envelope for "${options.context}": its ${options.part === 'dataKey' ? 'data key' : 'content'} does not authenticate ` +
        `under key "${options.keyId}". It was altered, belongs to another context, or that key id names a different key here.`,
      { cause: options.cause },
    );
    this.keyId = options.keyId;
    this.context = options.context;
    this.part = options.part;
  }
}

/** Not an envelope that this release can read: a newer version, another algorithm, or not an envelope at all. */
export class VaultEnvelopeUnsupportedError extends VaultError {
  readonly code = 'VAULT_ENVELOPE_UNSUPPORTED';
  readonly version: unknown;
  readonly algorithm: unknown;

  constructor(options: { version: unknown; algorithm: unknown; problem: string }) {
    super(
      `Could not read the envelope: ${options.problem}. This release reads version 1 with A256GCM; update it if a newer release wrote this.`,
    );
    this.version = options.version;
    this.algorithm = options.algorithm;
  }
}
