import type { Drift } from './drift-body.ts';
import type { KnownAnswer } from './known-answers.ts';

/** Answered instead of handling the request. */
export interface FaultAnswer {
  readonly status: number;
  /** A text is sent as HTML, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** It counts as an API call. @default below status 500 */
  readonly counts?: boolean;
}

/** How often a fault hits, among the requests or writes that it fits. */
export interface FaultChance {
  /** @default 1; `unlimited` for `lockRow` and `readOnly`, which last until they are removed */
  readonly times?: number | 'unlimited';
  /** From 0 to 1: how likely it hits. Each request that fits draws once. @default 1: always */
  readonly probability?: number;
  /** Of the random numbers behind `probability`: the same seed hits the same requests again. @default 1 */
  readonly seed?: number;
}

/** Which requests a fault is for. Everything that is named must fit. */
export interface RequestScope {
  /** An org's id, 15 or 18 characters. @default any org */
  readonly org?: string;
  /** Id or username of the caller. @default anybody, also without a session */
  readonly user?: string;
  /** An operation by its name, as `--coverage` lists them. Fits subrequests of composites and batches as well. @default any */
  readonly operation?: string;
  /** @default any */
  readonly method?: string;
  /** A part of the path (query string included), or a pattern. @default any */
  readonly path?: string | RegExp;
  /** The object that the path names. Fits subrequests of composites and batches as well. @default any */
  readonly object?: string;
}

/** Which writes of records a fault is for, however they come: alone, in collections, composites, graphs, trees or jobs. */
export interface WriteScope {
  /** An org's id, 15 or 18 characters. @default any org */
  readonly org?: string;
  /** Id or username of the one who writes. @default anybody */
  readonly user?: string;
  /** @default any */
  readonly object?: string;
}

/** What happens to a request as a whole. */
export type RequestEffect =
  /** Handled after this many milliseconds. */
  | { readonly fault: 'delay'; readonly milliseconds: number }
  /** The connection is closed; nothing is handled. */
  | { readonly fault: 'dropBeforeCommit' }
  /** The request is handled and committed, then the connection is closed without an answer. */
  | { readonly fault: 'dropAfterCommit' }
  /** A refresh token is traded for the next one, and the answer that holds it is lost. Fits only such requests. */
  | { readonly fault: 'loseRotatedToken' }
  | { readonly fault: 'answer'; readonly answer: FaultAnswer }
  | { readonly fault: KnownAnswer }
  /** The caller's session ends before the request is looked at: 401. */
  | { readonly fault: 'expireSession' }
  /** Every session of the caller ends. */
  | { readonly fault: 'killSessions' }
  /** The answer's JSON has another shape than the documentation says. */
  | { readonly fault: 'drift'; readonly changes: readonly Drift[] };

/** What happens to a write of a record, within its transaction. */
export type WriteEffect =
  /**
   * UNABLE_TO_LOCK_ROW for every write of the record, or of a record that refers to it; without a record, for every write
   * of the object.
   */
  | { readonly fault: 'lockRow'; readonly recordId?: string }
  /** INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE; reads go on. */
  | { readonly fault: 'readOnly' };

export type RequestFault = RequestEffect & RequestScope & FaultChance;
export type WriteFault = WriteEffect & WriteScope & FaultChance;
export type Fault = RequestFault | WriteFault;

export function isWriteFault(fault: Fault): fault is WriteFault {
  return fault.fault === 'lockRow' || fault.fault === 'readOnly';
}
