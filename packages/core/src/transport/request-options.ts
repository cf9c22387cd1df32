/** What every request takes. */
export interface RequestOptions {
  /** Gives up waiting; the call rejects with the signal's reason. Whether a write was applied is then unknown. */
  readonly signal?: AbortSignal | undefined;
}
