import { describe, expect, it } from 'vitest';
import { createEnvelopeCipher, createStaticKeyProvider, generateEncryptionKey, type Envelope } from './index.ts';

const olderKey = generateEncryptionKey();
const newerKey = generateEncryptionKey();

function aCipher(keys: Record<string, string> = { older: olderKey }, currentKeyId = 'older') {
  return createEnvelopeCipher({ keyProvider: createStaticKeyProvider({ currentKeyId, keys }) });
}

const secret = Buffer.from('5Aep861.a-refresh-token');

/** The same base64 with its first byte changed. */
function altered(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 0xff;
  return bytes.toString('base64');
}

describe('an envelope', () => {
  it('opens to what was sealed', async () => {
    const cipher = aCipher();

    const envelope = await cipher.seal(secret, 'connections/1/refresh-token');

    expect(Buffer.from(await cipher.open(envelope, 'connections/1/refresh-token'))).toEqual(secret);
  });

  it('holds an empty plaintext', async () => {
    const cipher = aCipher();

    const envelope = await cipher.seal(new Uint8Array(), 'empty');

    expect(await cipher.open(envelope, 'empty')).toHaveLength(0);
  });

  it('survives JSON and shows nothing of its content', async () => {
    const cipher = aCipher();

    const stored = JSON.stringify(await cipher.seal(secret, 'context'));

    expect(stored).not.toContain(secret.toString());
    expect(stored).not.toContain(secret.toString('base64'));
    expect(Buffer.from(await cipher.open(JSON.parse(stored), 'context'))).toEqual(secret);
  });

  it('never uses a data key or nonce twice', async () => {
    const cipher = aCipher();

    const [first, second] = [await cipher.seal(secret, 'context'), await cipher.seal(secret, 'context')];

    expect(first.iv).not.toBe(second.iv);
    expect(first.wrappedKey).not.toBe(second.wrappedKey);
    expect(first.ciphertext).not.toBe(second.ciphertext);
  });

  it('does not open in another context', async () => {
    const cipher = aCipher();
    const envelope = await cipher.seal(secret, 'connections/1/refresh-token');

    await expect(cipher.open(envelope, 'connections/2/refresh-token')).rejects.toMatchObject({
      code: 'VAULT_DECRYPTION_FAILED',
      part: 'content',
      context: 'connections/2/refresh-token',
    });
  });

  it('is not sealed without a context', async () => {
    await expect(aCipher().seal(secret, '')).rejects.toThrow(TypeError);
  });

  it.each([
    { field: 'wrappedKey', part: 'dataKey' },
    { field: 'iv', part: 'content' },
    { field: 'tag', part: 'content' },
    { field: 'ciphertext', part: 'content' },
  ] as const)('does not open when its $field was changed', async ({ field, part }) => {
    const cipher = aCipher();
    const envelope = await cipher.seal(secret, 'context');

    const opening = cipher.open({ ...envelope, [field]: altered(envelope[field]) }, 'context');

    await expect(opening).rejects.toMatchObject({ code: 'VAULT_DECRYPTION_FAILED', part, keyId: 'older' });
  });

  it('does not open under another key id, even one that is known', async () => {
    const cipher = aCipher({ older: olderKey, copy: olderKey });
    const envelope = await cipher.seal(secret, 'context');

    await expect(cipher.open({ ...envelope, kid: 'copy' }, 'context')).rejects.toMatchObject({
      code: 'VAULT_DECRYPTION_FAILED',
      part: 'dataKey',
    });
  });

  it('does not open with parts of a sibling', async () => {
    const cipher = aCipher();
    const [first, second] = [await cipher.seal(secret, 'context'), await cipher.seal(secret, 'context')];

    await expect(cipher.open({ ...first, wrappedKey: second.wrappedKey }, 'context')).rejects.toMatchObject({
      code: 'VAULT_DECRYPTION_FAILED',
    });
  });

  it('names the key that is missing', async () => {
    const envelope = await aCipher().seal(secret, 'context');

    await expect(aCipher({ newer: newerKey }, 'newer').open(envelope, 'context')).rejects.toMatchObject({
      code: 'VAULT_KEY_UNKNOWN',
      keyId: 'older',
      knownKeyIds: ['newer'],
    });
  });

  it.each([
    { name: 'a newer version', change: { v: 2 } },
    { name: 'another algorithm', change: { alg: 'A128GCM' } },
    { name: 'a shortened tag', change: { tag: Buffer.alloc(4).toString('base64') } },
    { name: 'a field nobody knows', change: { zip: 'DEF' } },
    { name: 'a missing part', change: { iv: undefined } },
  ])('is refused with $name', async ({ change }) => {
    const cipher = aCipher();
    const envelope: Envelope = await cipher.seal(secret, 'context');

    await expect(cipher.open({ ...envelope, ...change }, 'context')).rejects.toMatchObject({
      code: 'VAULT_ENVELOPE_UNSUPPORTED',
    });
  });

  it.each([null, undefined, 'text', 42, []])('is refused when it is %j', async (value) => {
    await expect(aCipher().open(value, 'context')).rejects.toMatchObject({ code: 'VAULT_ENVELOPE_UNSUPPORTED' });
  });
});

describe('key rotation', () => {
  it('opens what the older key sealed and seals with the current one', async () => {
    const before = aCipher();
    const after = aCipher({ older: olderKey, newer: newerKey }, 'newer');
    const old = await before.seal(secret, 'context');

    const opened = await after.open(old, 'context');
    const fresh = await after.seal(opened, 'context');

    expect(Buffer.from(opened)).toEqual(secret);
    expect([old.kid, fresh.kid]).toEqual(['older', 'newer']);
    await expect(before.open(fresh, 'context')).rejects.toMatchObject({ code: 'VAULT_KEY_UNKNOWN', keyId: 'newer' });
  });
});
