import { z } from 'zod';
import type { MetadataResource } from './metadata-resource.ts';

/** What an answer said by which a later one can be asked for only if it differs. */
export interface Validator {
  /** As it was sent, for `If-Modified-Since`. */
  readonly lastModified?: string | undefined;
  /** With its quotes, for `If-None-Match`; of UI API only. */
  readonly eTag?: string | undefined;
}

/** An answer as it is kept. */
export interface Kept<Value> {
  readonly value: Value;
  /** When the org last said that it is so; milliseconds since 1970. */
  readonly checkedAt: number;
  readonly validator: Validator;
}

/** Of what is kept: another one is read anew. */
const FORMAT = 1;

const keptSchema = z.object({
  format: z.literal(FORMAT),
  checkedAt: z.number(),
  validator: z.object({ lastModified: z.string().optional(), eTag: z.string().optional() }),
  value: z.unknown(),
});

export function keptText(kept: Kept<unknown>): string {
  return JSON.stringify({ format: FORMAT, ...kept });
}

/** What a store holds, or undefined for what is not there, broken, or of another version of this package. */
export function checkKept<Value>(
  resource: MetadataResource<Value>,
  text: string | null | undefined,
): Kept<Value> | undefined {
  if (typeof text !== 'string') return undefined;
  const outer = keptSchema.safeParse(parseJson(text));
  if (!outer.success) return undefined;
  const { checkedAt, validator } = outer.data;
  const value = resource.kept.safeParse(outer.data.value);
  return value.success ? { value: value.data, checkedAt, validator } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
