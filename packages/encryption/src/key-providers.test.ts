import { describe, expect, it } from 'vitest';
import {
  createEnvelopeCipher,
  createEnvironmentKeyProvider,
  createStaticKeyProvider,
  generateEncryptionKey,
  VaultError,
} from './index.ts';

const key = generateEncryptionKey();

/** What a factory throws, for a look at its fields. */
function failureOf(create: () => unknown): VaultError {
  try {
    create();
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
  throw new Error('expected a VaultError');
}

describe('createStaticKeyProvider', () => {
  it.each([
    { name: 'is too short', bad: Buffer.alloc(16, 7).toString('base64') },
    { name: 'is too long', bad: Buffer.alloc(33, 7).toString('base64') },
    { name: 'is hexadecimal', bad: Buffer.alloc(32, 7).toString('hex') },
    { name: 'is not base64', bad: 'not a key!' },
  ])('refuses a key that $name, without showing it', ({ bad }) => {
    const failure = failureOf(() => createStaticKeyProvider({ currentKeyId: 'k1', keys: { k1: bad } }));

    expect(failure).toMatchObject({ code: 'VAULT_KEY_INVALID', keyId: 'k1' });
    expect(failure.message).not.toContain(bad);
  });

  it('refuses a current key that it does not have', () => {
    expect(failureOf(() => createStaticKeyProvider({ currentKeyId: 'k2', keys: { k1: key } }))).toMatchObject({
      code: 'VAULT_KEY_UNKNOWN',
      keyId: 'k2',
      knownKeyIds: ['k1'],
    });
  });

  it('does not take an inherited property for a key', () => {
    expect(failureOf(() => createStaticKeyProvider({ currentKeyId: 'constructor', keys: { k1: key } }))).toMatchObject({
      code: 'VAULT_KEY_UNKNOWN',
    });
  });
});

describe('createEnvironmentKeyProvider', () => {
  it('reads the keys and the current one', async () => {
    const cipher = createEnvelopeCipher({
      keyProvider: createEnvironmentKeyProvider({
        environment: {
          UMAN_ENCRYPTION_KEYS: `2026-05:${generateEncryptionKey()}, 2026-11:${key}`,
          UMAN_ENCRYPTION_CURRENT_KEY_ID: '2026-11',
        },
      }),
    });

    const envelope = await cipher.seal(Buffer.from('x'), 'context');

    expect(envelope.kid).toBe('2026-11');
  });

  it('opens what a static provider with the same key sealed', async () => {
    const sealing = createEnvelopeCipher({
      keyProvider: createStaticKeyProvider({ currentKeyId: 'k1', keys: { k1: key } }),
    });
    const opening = createEnvelopeCipher({
      keyProvider: createEnvironmentKeyProvider({
        environment: { UMAN_ENCRYPTION_KEYS: `k1:${key}`, UMAN_ENCRYPTION_CURRENT_KEY_ID: 'k1' },
      }),
    });

    const envelope = await sealing.seal(Buffer.from('x'), 'context');

    expect(Buffer.from(await opening.open(envelope, 'context')).toString()).toBe('x');
  });

  it.each([
    { name: 'no variables', environment: {}, code: 'VAULT_KEY_UNKNOWN' },
    { name: 'no current key id', environment: { UMAN_ENCRYPTION_KEYS: `k1:${key}` }, code: 'VAULT_KEY_UNKNOWN' },
    {
      name: 'the same id twice',
      environment: { UMAN_ENCRYPTION_KEYS: `k1:${key},k1:${key}`, UMAN_ENCRYPTION_CURRENT_KEY_ID: 'k1' },
      code: 'VAULT_KEY_INVALID',
    },
    {
      name: 'a pair without a key',
      environment: { UMAN_ENCRYPTION_KEYS: 'k1', UMAN_ENCRYPTION_CURRENT_KEY_ID: 'k1' },
      code: 'VAULT_KEY_INVALID',
    },
  ])('refuses $name', ({ environment, code }) => {
    expect(failureOf(() => createEnvironmentKeyProvider({ environment }))).toMatchObject({ code });
  });
});
