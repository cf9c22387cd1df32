import type { WriteResult } from '../send/write-result.ts';

/** A row of the ledger: proof that the write with this key was applied, and what it came to. */
export interface LedgerEntry {
  /** Id of the row. */
  readonly id: string;
  /** As in `Key__c`: `<connectionId>/<key>`. */
  readonly key: string;
  readonly connectionId: string;
  readonly operation: string;
  readonly object: string;
  readonly contentHash: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** As `writes.send` would have answered; `apiCalls` is what reading the ledger cost. */
  readonly result: WriteResult;
}
