/** A record that is about to be written, within its transaction. */
export interface RowWrite {
  readonly userId: string;
  readonly object: string;
  /** The record itself (not of one that is being created), and the records that it refers to. */
  readonly touched: readonly string[];
}
