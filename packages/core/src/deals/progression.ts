import type { WrittenNote, WrittenTask } from '../plan/record-write.ts';
import type { StageMoveMeaning, StageMoveTo } from './stage-move-options.ts';

/** A deal goes on, and why: the stage, a completed Task that tells it, and, if wanted, a note; under the caller's key. */
export interface Progression extends StageMoveTo {
  /** The caller's idempotency key, unique per connection: the same one with the same content is written once. */
  readonly key: string;
  readonly connectionId: string;
  /** Who asked, as the ledger shows it; at most 40 characters. @default 'logProgression' */
  readonly operation?: string | undefined;
  /** Why, in words: it stands in the task. At most 31,000 characters. */
  readonly reason?: string | undefined;
  /** How the task differs from a completed one of today with the stages as its subject. */
  readonly task?: ProgressionTask | undefined;
  /** An enhanced note on the deal and on its `links`. */
  readonly note?: WrittenNote | undefined;
}

export type ProgressionTask = Partial<Pick<WrittenTask, 'subject' | 'status' | 'date' | 'contactId' | 'fields'>>;

/** What logging a progression came to. */
export interface ProgressionLogged {
  /** `alreadyWritten`: by an earlier request with this key; nothing was written now. */
  readonly outcome: 'written' | 'alreadyWritten';
  /** 18 characters, of the deal. */
  readonly id: string;
  /** API value of the stage that the deal was in; the same as `to` where it was there already, and only the rest was written. */
  readonly from: string;
  readonly to: string;
  /** Undefined where it was written earlier, and the pipeline has not had the stage since. */
  readonly meaning: StageMoveMeaning | undefined;
  readonly taskId: string;
  readonly note: { readonly id: string; readonly linkIds: readonly string[] } | undefined;
  /** How often it was read again, since someone else had changed the deal meanwhile or a moment before. */
  readonly decidedAgain: number;
  readonly apiCalls: number;
  readonly warnings: readonly string[];
}
