import * as z from 'zod';
import { IV_BYTES, TAG_BYTES } from './aes-256-gcm.ts';
import { VaultEnvelopeUnsupportedError } from './vault-error.ts';

const base64 = z.base64();
const base64Of = (bytes: number) =>
  base64.refine((text) => Buffer.byteLength(text, 'base64') === bytes, { error: `expected ${bytes} bytes as base64` });

/**
 * Something sealed, as it is stored: plain JSON, every binary value as base64.
 *
 * `v` and `alg` say how to read the rest; a reader that does not know them must refuse.
 */
export const envelopeSchema = z.strictObject({
  v: z.literal(1),
  alg: z.literal('A256GCM'),
  /** Id of the key that wrapped the data key. */
  kid: z.string().min(1),
  /** The data key of this one envelope, wrapped; its inner form is the key provider's own. */
  wrappedKey: base64,
  iv: base64Of(IV_BYTES),
  tag: base64Of(TAG_BYTES),
  ciphertext: base64,
});

export type Envelope = z.infer<typeof envelopeSchema>;

/** @throws VaultEnvelopeUnsupportedError for anything but a version-1 envelope */
export function parseEnvelope(value: unknown): Envelope {
  const parsed = envelopeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { v, alg } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  throw new VaultEnvelopeUnsupportedError({
    version: v,
    algorithm: alg,
    problem: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`).join('; '),
  });
}
