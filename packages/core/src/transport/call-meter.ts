/** Counts requests that count against the org's API limits. One counts for the client, one for each write. */
export interface CallMeter {
  count(): void;
  readonly calls: number;
}

/** @param further Counts the same calls. */
export function createCallMeter(further?: CallMeter): CallMeter {
  let calls = 0;
  return {
    count: () => {
      calls += 1;
      further?.count();
    },
    get calls() {
      return calls;
    },
  };
}
