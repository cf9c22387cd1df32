/** A write's key in the ledger: `<connectionId>/<key>`. */
export function ledgerKey({ connectionId, key }: { readonly connectionId: string; readonly key: string }): string {
  return `${connectionId}/${key}`;
}
