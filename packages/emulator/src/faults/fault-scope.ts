import type { Org } from '../org/org.ts';
import type { RequestScope, WriteScope } from './fault.ts';

/** A request as far as it is known before it is handled, or a subrequest. */
export interface FaultedRequest {
  readonly method: string;
  /** With query string. */
  readonly url: string;
  readonly org: Org;
  /** Undefined without a session that works. */
  readonly userId: string | undefined;
  /** Undefined where there is none for the request. */
  readonly operation: string | undefined;
  /** The object that the path names. */
  readonly object: string | undefined;
  /** A form with `grant_type=refresh_token`. */
  readonly isRefresh: boolean;
}

/** The write of one record. */
export interface FaultedWrite {
  readonly org: Org;
  readonly userId: string;
  readonly object: string;
  /** The record itself, and the records that it refers to. */
  readonly touched: readonly string[];
}

export function fitsRequest(scope: RequestScope, request: FaultedRequest): boolean {
  if (!isOf(scope, request.org, request.userId)) return false;
  if (scope.operation !== undefined && scope.operation !== request.operation) return false;
  if (!isSameName(scope.object, request.object)) return false;
  if (scope.method !== undefined && scope.method.toUpperCase() !== request.method) return false;
  if (scope.path === undefined) return true;
  return typeof scope.path === 'string' ? request.url.includes(scope.path) : request.url.search(scope.path) >= 0;
}

export function fitsWrite(scope: WriteScope & { readonly recordId?: string }, write: FaultedWrite): boolean {
  if (!isOf(scope, write.org, write.userId)) return false;
  const { recordId } = scope;
  if (recordId !== undefined) return write.touched.some((id) => id.slice(0, 15) === recordId.slice(0, 15));
  return isSameName(scope.object, write.object);
}

function isOf({ org: orgId, user }: WriteScope, org: Org, userId: string | undefined): boolean {
  if (orgId !== undefined && orgId.slice(0, 15) !== org.id.slice(0, 15)) return false;
  if (user === undefined) return true;
  if (userId === undefined) return false;
  return user.slice(0, 15) === userId.slice(0, 15) || org.users.find(user)?.id === userId;
}

/** Names of objects are compared without regard to case. */
function isSameName(wanted: string | undefined, name: string | undefined): boolean {
  return wanted === undefined || wanted.toLowerCase() === name?.toLowerCase();
}
