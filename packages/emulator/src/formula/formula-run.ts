import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';

/** One evaluation of a formula. */
export interface FormulaRun {
  readonly org: Org;
  /** Undefined where nobody in particular asks, as in a formula field. */
  readonly userId: string | undefined;
  /** The record as it will be, or as it is. */
  readonly record: StoredRecord;
  /** As it was before this write; undefined while it is created, and where nothing is written. */
  readonly prior: StoredRecord | undefined;
  /** It is being created. */
  readonly isNew: boolean;
}
