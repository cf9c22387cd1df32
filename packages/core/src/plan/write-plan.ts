import type { How, Manifest } from '../ledger/manifest.ts';
import type { RecordWrite } from './record-write.ts';

/** One subrequest of the composite request that a write becomes. */
export interface PlannedStep {
  /** `recordType` finds the pipeline; the others write. */
  readonly kind: 'recordType' | 'required' | 'record' | 'role' | 'task' | 'note' | 'link' | 'ledger';
  readonly referenceId: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From `/services/data/…`. */
  readonly url: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** A condition on the record: `If-Unmodified-Since`. */
  readonly httpHeaders?: Readonly<Record<string, string>>;
  /** API name of the object that it writes or reads. */
  readonly object: string;
  /** Where in the write it comes from, e.g. `deal`, `required[0]`, `roles[1]`, `tasks[0]`, `note`. */
  readonly path: string;
}

/** A match that has to be read before the write. */
export interface PlannedLookup {
  readonly object: string;
  readonly soql: string;
  /** e.g. `required[0].match`. */
  readonly path: string;
}

/** What becomes of one record of the write. */
export interface PlannedRecord {
  readonly how: How;
  /** Known before the write: of an update, or of a record that was found. */
  readonly id?: string;
  /** The subrequest that answers its id otherwise. */
  readonly referenceId?: string;
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
  readonly record: PlannedRecord;
  /** By `ref`. */
  readonly required: Readonly<Record<string, PlannedRecord>>;
  /** What the ledger row will say its ids are. */
  readonly manifest: Manifest;
  /** What the write costs: 1, or 2 with look-ups. A field that turns out not to be an External Id costs more, once a client. */
  readonly apiCalls: number;
}
