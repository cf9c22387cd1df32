import { createHash } from 'node:crypto';

/** A write's key in the ledger: `<connectionId>/<key>`. */
export function ledgerKey({ connectionId, key }: { readonly connectionId: string; readonly key: string }): string {
  return `${connectionId}/${key}`;
}

/**
 * The key of a part that comes before the last one, which has the write's own: no connection has an empty id, so no write's
 * key begins with a slash. A digest, since the key may fill the whole field.
 * @param part From 1.
 */
export function partKey(ledgerKey: string, part: number): string {
  return `/${part}/${createHash('sha256').update(ledgerKey).digest('hex')}`;
}
