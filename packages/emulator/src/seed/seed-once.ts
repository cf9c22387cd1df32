import { createHash } from 'node:crypto';
import type { OpenedOrg } from '../org/create-org.ts';
import { createSeed } from './create-seed.ts';
import { readSeed } from './read-seed.ts';
import type { Seed } from './seed.ts';

/**
 * Creates the seed unless the org, being kept in a file, has had the same one before.
 *
 * @param seed a file's name, or what is in it
 * @throws SeedError
 */
export function seedOnce({ org, admin }: OpenedOrg, seed: string | Seed): void {
  const read = typeof seed === 'string' ? readSeed(seed) : seed;
  const name = `seeded.${createHash('sha256').update(JSON.stringify(read)).digest('hex')}`;
  if (org.settings.get(name) !== undefined) return;
  org.transaction(() => {
    createSeed(org, admin.id, read);
    org.settings.set(name, org.clock().toISOString());
  });
}
