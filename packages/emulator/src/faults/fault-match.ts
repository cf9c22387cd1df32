/** Which requests a fault is for. */
export interface FaultMatch {
  /** @default any */
  readonly method?: string;
  /** A part of the path (query string included), or a pattern. @default any */
  readonly path?: string | RegExp;
  /** How many requests it hits. @default 1 */
  readonly times?: number;
}

export interface FaultedRequest {
  readonly method: string;
  /** With query string. */
  readonly url: string;
}

export function matchesFault(match: FaultMatch, request: FaultedRequest): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match.path === undefined) return true;
  return typeof match.path === 'string' ? request.url.includes(match.path) : request.url.search(match.path) >= 0;
}
