import { toLongId } from '../org/record-id.ts';

/** One way in which an answer's JSON differs from what is documented, wherever in the body it applies. */
export type Drift =
  /** Every object has one more member, at its end. */
  | { readonly change: 'add'; readonly key: string; readonly value: unknown }
  /** A member is not sent. */
  | { readonly change: 'remove'; readonly key: string }
  /** A member is null. */
  | { readonly change: 'null'; readonly key: string }
  /** A member has another name, e.g. `duplicateResult` for `duplicateResut`. */
  | { readonly change: 'rename'; readonly key: string; readonly to: string }
  /** Ids have 15 characters. */
  | { readonly change: 'shortIds' };

/** The body as it is sent; bodies that are not JSON stay as they are. */
export function driftBody(body: unknown, changes: readonly Drift[]): unknown {
  return changes.reduce((current, change) => walk(current, change), body);
}

function walk(value: unknown, change: Drift): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (typeof value === 'string') return change.change === 'shortIds' && isLongId(value) ? value.slice(0, 15) : value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const members = Object.entries(value).flatMap(([key, member]) => changeMember(key, walk(member, change), change));
  if (change.change === 'add') members.push([change.key, change.value]);
  return Object.fromEntries(members);
}

function changeMember(key: string, value: unknown, change: Drift): [string, unknown][] {
  if (!('key' in change) || change.change === 'add' || key !== change.key) return [[key, value]];
  if (change.change === 'remove') return [];
  return change.change === 'null' ? [[key, null]] : [[change.to, value]];
}

function isLongId(text: string): boolean {
  return /^[0-9A-Za-z]{18}$/.test(text) && toLongId(text.slice(0, 15)) === text;
}
