/** A data key as it may be stored: encrypted by the key that `keyId` names. */
export interface WrappedKey {
  readonly keyId: string;
  /** Opaque to everyone but the provider. */
  readonly wrappedKey: Uint8Array;
}

/**
 * Holds the long-lived keys. It is asked to wrap and unwrap data keys and never hands a key out, so that a key
 * management service can stand behind it as well as a map in memory.
 */
export interface KeyProvider {
  /** Wraps with the current key. */
  wrapKey(dataKey: Uint8Array): Promise<WrappedKey>;
  /**
   * Unwraps with the key that is named, current or retired.
   * @throws VaultKeyUnknownError when that key is not held; any other error means that the bytes do not authenticate.
   */
  unwrapKey(wrapped: WrappedKey): Promise<Uint8Array>;
}
