import { toBase62 } from '../org/record-id.ts';

/** Key prefix of the org's n-th custom object: `a00`, `a01`, … */
export function toKeyPrefix(index: number): string {
  return `a${toBase62(index, 2)}`;
}
