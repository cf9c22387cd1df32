import type { LoggedRequest } from './request-log.ts';

/** Which requests of the log are wanted. Everything that is named must fit. */
export interface RequestFilter {
  readonly method?: string;
  /** A part of the path (query string included), or a pattern. */
  readonly path?: string | RegExp;
  /** A status, or a class of them: `4xx`. */
  readonly status?: number | `${1 | 2 | 3 | 4 | 5}xx`;
  /** Id or username of the caller. */
  readonly user?: string;
  /** An org's id, 15 or 18 characters. */
  readonly org?: string;
  /** From this moment on, by the clock outside. */
  readonly since?: Date;
}

/** @param userIdOf the id of the user with this username, in whichever org */
export function fitsFilter(
  request: LoggedRequest,
  filter: RequestFilter,
  userIdOf: (username: string) => string | undefined,
): boolean {
  const { method, path, status, user, org, since } = filter;
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  if (org !== undefined && org.slice(0, 15) !== request.orgId.slice(0, 15)) return false;
  if (since !== undefined && request.at < since) return false;
  if (typeof status === 'number' && status !== request.status) return false;
  if (typeof status === 'string' && Number(status.charAt(0)) !== Math.floor(request.status / 100)) return false;
  if (user !== undefined && !isUser(request.userId, userIdOf(user) ?? user)) return false;
  if (path === undefined) return true;
  const url = request.query === '' ? request.path : `${request.path}?${request.query}`;
  return typeof path === 'string' ? url.includes(path) : url.search(path) >= 0;
}

function isUser(userId: string | undefined, wanted: string): boolean {
  return userId !== undefined && userId.slice(0, 15) === wanted.slice(0, 15);
}
