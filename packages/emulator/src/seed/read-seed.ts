import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SeedError } from './seed-error.ts';
import { seedSchema, type Seed } from './seed.ts';

/** @throws SeedError when there is no such file, it is no JSON, or it has another shape */
export function readSeed(file: string): Seed {
  let sent: unknown;
  try {
    sent = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new SeedError(file, cause instanceof Error ? cause.message : String(cause), { cause });
  }
  const parsed = seedSchema.safeParse(sent);
  if (!parsed.success) throw new SeedError(file, z.prettifyError(parsed.error), { cause: parsed.error });
  return parsed.data;
}
