import type { SQLInputValue } from 'node:sqlite';

/** A record as the database holds it: API names, dates as text, booleans as 0 and 1. */
export type StoredRecord = Record<string, StoredValue>;

export type StoredValue = Extract<SQLInputValue, string | number | null | Uint8Array>;
