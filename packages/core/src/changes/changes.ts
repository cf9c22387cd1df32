import type { SObjectRecord } from '../objects/object-client.ts';
import type { RequestOptions } from '../transport/request-options.ts';

export interface ChangesOptions extends RequestOptions {
  /** API names to read of each record; parents' fields by their relationship. @default none but the id */
  readonly fields?: readonly string[];
  /**
   * How long a change is held back, in seconds. A record carries the moment at which it was saved, but is seen only when its
   * transaction ends, up to ten minutes later (REST API guide: a request may take ten minutes; Apex limits: so may a
   * transaction), and what is seen late must not lie behind the cursor. The default adds five minutes for clocks that differ.
   * Less is faster, and misses what is committed later than that.
   * @default 900
   */
  readonly marginSeconds?: number;
  /**
   * Answer younger changes too. The cursor does not pass them, so the next call answers them again until they are older than
   * the margin: tell them apart by `id` and `changedAt`.
   * @default false
   */
  readonly includeUnsettled?: boolean;
  /** How many records a page holds at most, 200 to 2,000; the org may give fewer. @default 2000 */
  readonly pageSize?: number;
  /** What time it is. @default this machine's clock */
  readonly now?: Date;
}

/** A record that was created, changed, deleted or undeleted, as it is now. */
export interface Change {
  /** 18 characters. */
  readonly id: string;
  /** ISO 8601, UTC: the moment that the page's `changedBy` field holds. */
  readonly changedAt: string;
  readonly deleted: boolean;
  /** Older than the margin: the cursor has passed it. */
  readonly settled: boolean;
  readonly record: SObjectRecord;
}

/** Fields by which changes can be told, the best first. */
export type ChangeStamp = 'SystemModstamp' | 'LastModifiedDate' | 'CreatedDate';

/** Changes that came with one API call, oldest first. */
export interface ChangesPage {
  readonly changes: readonly Change[];
  /** Where to go on, once this page has been dealt with; opaque. Keep the last one. */
  readonly cursor: string;
  /**
   * The field that says when a record was changed: `SystemModstamp`, which also changes when the system writes, e.g. a roll-up.
   * Objects without it have `LastModifiedDate`, or only `CreatedDate`: of those, only what is new is told.
   */
  readonly changedBy: ChangeStamp;
  /** False for an object that keeps no deleted records, e.g. User: that one is gone cannot be told. */
  readonly tellsDeletes: boolean;
  /** Fields that were asked for, and are not there or hidden from the user: the org does not say which. */
  readonly hiddenFields: readonly string[];
  readonly apiCalls: number;
}

/**
 * What has changed since the last time. Each page is one API call, read when it is asked for; at least
 * one page comes, an empty one too, for its cursor. Where the org refuses a field, the first page costs two more, which find out
 * what is hidden and ask for the rest; that is remembered. Several changes of a record are one, its last. A record that the user
 * may no longer see does not come; one that has left the recycle bin (after 15 days, or emptied) does not come either.
 */
export interface Changes {
  /**
   * @param cursor of the last page that was dealt with; a moment to begin at; undefined for all records there are
   * @throws RecordInvalidError for a cursor of another object, or of none; RequestInvalidError for an object that is not there,
   * is hidden, or does not say when its records were changed
   */
  since(
    object: string,
    cursor: string | Date | undefined,
    options?: ChangesOptions,
  ): AsyncGenerator<ChangesPage, void, undefined>;
}
