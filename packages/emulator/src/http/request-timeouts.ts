/** How long a client may take to send a request, in milliseconds; a request that is whole takes as long as it takes. */
export interface RequestTimeouts {
  /** From the connection, or the first byte after another request, to the end of the headers. @default 60000 */
  readonly headersMilliseconds?: number;
  /** To the end of the body. @default 300000 */
  readonly requestMilliseconds?: number;
}

/** As `node:http` takes them. What is late is answered 408, at most half the shorter time later, or 30 seconds. */
export function toServerTimeouts({ headersMilliseconds = 60_000, requestMilliseconds = 300_000 }: RequestTimeouts): {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
} {
  const headersTimeout = Math.min(headersMilliseconds, requestMilliseconds);
  return {
    headersTimeout,
    requestTimeout: requestMilliseconds,
    connectionsCheckingInterval: Math.max(1, Math.min(30_000, Math.floor(headersTimeout / 2))),
  };
}
