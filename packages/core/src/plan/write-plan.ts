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
  /** In words: when it is left out, or undoes the whole. */
  readonly unless?: string;
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
  /** By a part of this write that an earlier attempt has made. */
  readonly written?: true;
}

/** One composite request of a write, all or nothing. */
export interface PlannedPart {
  /** From 1. */
  readonly number: number;
  /** How many parts the write has. */
  readonly of: number;
  /** The key of its row in the ledger: the last part has the write's own, so that one proves the whole write. */
  readonly ledgerKey: string;
  /** Its steps among those of the plan: the index of the first one, and that behind its last, which is its row in the ledger. */
  readonly from: number;
  readonly to: number;
  /** What its row will say its ids are. */
  readonly manifest: Manifest;
}

/** The steps of one part, in the order of sending. */
export function stepsOfPart(
  { steps }: Pick<WritePlan, 'steps'>,
  { from, to }: Pick<PlannedPart, 'from' | 'to'>,
): readonly PlannedStep[] {
  return steps.slice(from, to);
}

/** A compiled write: everything that will be sent, before anything is. Plain data. */
export interface WritePlan {
  readonly write: RecordWrite;
  /** `<connectionId>/<key>`: the write's key in the ledger. */
  readonly ledgerKey: string;
  /** Matches that need a look-up call first; none for ids and External Ids. */
  readonly lookups: readonly PlannedLookup[];
  /** All subrequests in order, as they are when the look-ups find nothing. */
  readonly steps: readonly PlannedStep[];
  /**
   * The composite requests that the steps are sent in: one, where one holds them all. Between two of them the ids that the
   * later one needs are put in.
   */
  readonly parts: readonly PlannedPart[];
  readonly record: PlannedRecord;
  /** By `ref`. */
  readonly required: Readonly<Record<string, PlannedRecord>>;
  /**
   * What the write costs: 1 for each part, 1 for every five look-ups, and 1 where there are several parts, for the ledger to
   * say which of them are there. A field that turns out not to be an External Id costs more, once a client.
   */
  readonly apiCalls: number;
}
