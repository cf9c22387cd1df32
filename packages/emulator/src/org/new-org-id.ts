import { randomBytes } from 'node:crypto';
import { toBase62, toLongId } from './record-id.ts';

/** 18 characters, `00D…`; the three after the prefix are those that ids of the org's records share. */
export function newOrgId(): string {
  const instance = `${toBase62(randomBelow(62 ** 2), 2)}0`;
  return toLongId(`00D${instance}${toBase62(randomBelow(62 ** 5), 9)}`);
}

function randomBelow(limit: number): number {
  return randomBytes(6).readUIntBE(0, 6) % limit;
}
