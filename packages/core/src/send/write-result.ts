/** A record of the write, and whether this write created it (rather than found or updated it). */
export interface WrittenId {
  /** 18 characters. */
  readonly id: string;
  readonly created: boolean;
}

/** What of a write is there: what its parts have come to that are written, the first ones without a gap. */
export interface WrittenSoFar {
  /** How many parts. */
  readonly parts: number;
  /** Undefined as long as its part is not written. */
  readonly record: WrittenId | undefined;
  /** By `ref`. */
  readonly required: Readonly<Record<string, WrittenId>>;
  readonly roleIds: readonly string[];
  readonly taskIds: readonly string[];
  readonly note: { readonly id: string; readonly linkIds: readonly string[] } | undefined;
}

/** What a write came to. */
export interface WriteResult {
  readonly record: WrittenId;
  /** The required records by their `ref`. */
  readonly required: Readonly<Record<string, WrittenId>>;
  /** OpportunityContactRole ids, in the order of `roles`, those of removed ones too. */
  readonly roleIds: readonly string[];
  /** Task ids, in the order of `tasks`; undefined for a write without any. */
  readonly taskIds?: readonly string[];
  /** The ContentNote and its ContentDocumentLinks: the record's first, then those of `links` in order. */
  readonly note?: { readonly id: string; readonly linkIds: readonly string[] };
  /** API requests that this call spent, look-ups included. */
  readonly apiCalls: number;
  /** What the caller should know although the write succeeded. */
  readonly warnings: readonly string[];
}
