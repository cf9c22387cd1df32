/** Counts requests that count against the org's API limits. One counts for the client, one for each write. */
export interface CallMeter {
  count(): void;
  readonly calls: number;
}

export function createCallMeter(): CallMeter {
  let calls = 0;
  return {
    count: () => {
      calls += 1;
    },
    get calls() {
      return calls;
    },
  };
}
