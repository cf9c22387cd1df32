import type { RecordWrite } from './record-write.ts';

/** One subrequest of the composite request that a write becomes. */
export interface PlannedStep {
  /** `query` finds the record type; the others write. */
  readonly kind: 'query' | 'required' | 'record' | 'role' | 'note' | 'link' | 'ledger';
  readonly referenceId: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** From `/services/data/…`. */
  readonly url: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** API name of the object it writes or reads. */
  readonly object: string;
  /** Where in the write it comes from, e.g. `deal`, `required[0]`, `roles[1]`, `note`. */
  readonly path: string;
}

/** A match that has to be read before the write. */
export interface PlannedLookup {
  readonly object: string;
  readonly soql: string;
  /** e.g. `required[0].match`. */
  readonly path: string;
}

/** A compiled write: everything that will be sent, before anything is. Plain data. */
export interface WritePlan {
  readonly write: RecordWrite;
  /** `<connectionId>/<key>`: the write's key in the ledger. */
  readonly ledgerKey: string;
  /** Matches that need a look-up call first; none for ids and External Ids. */
  readonly lookups: readonly PlannedLookup[];
  /** The composite request's subrequests in order, as they are when the look-ups find nothing. */
  readonly steps: readonly PlannedStep[];
  /** What the write costs: 1, or 2 with look-ups. A field that turns out not to be an External Id costs more, once a client. */
  readonly apiCalls: number;
}
