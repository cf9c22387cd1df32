import { RecordLockedError } from '../errors/api-errors.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { OrgTransport } from '../transport/org-transport.ts';

/** How often it is read and decided before it is given up. */
const ATTEMPTS = 8;
/** The guard tells seconds apart, and clocks of one org may differ by one. */
const SETTLED_AFTER_MS = 2000;

/** A record as it was read, and when. */
export interface ReadAt {
  /** Its `LastModifiedDate`, ISO 8601. */
  readonly modifiedAt: string;
  /** By the org's clock: it was not read before. In milliseconds since 1970. */
  readonly notBefore: number;
}

/** What reading it came to: that there is nothing to write, or how to write it. */
export type GuardedDecision<Result> =
  | { readonly done: Result }
  /** Undefined where the record has been changed since it was read. */
  | { readonly write: () => Promise<Result | undefined> };

/**
 * Reads a record, decides, and writes unless it has been changed since; then it reads and decides again. The guard
 * (`If-Unmodified-Since`) tells whole seconds apart: a change in the second of the one before it would slip through. So
 * nothing is written until the last change is so long ago, by the org's clock, that any further one shows.
 * Source: REST API guide, Conditional Requests.
 *
 * @throws RecordLockedError when others keep changing it; nothing was written
 */
export async function writeUnmodified<Result>(options: {
  readonly object: string;
  readonly id: string;
  readonly transport: OrgTransport;
  readonly signal?: AbortSignal | undefined;
  /** @param decidedAgain how often it has been read before */
  readonly read: (decidedAgain: number) => Promise<ReadAt & { readonly decision: GuardedDecision<Result> }>;
}): Promise<Result> {
  const { transport, signal, read } = options;
  for (let decidedAgain = 0; decidedAgain < ATTEMPTS; decidedAgain += 1) {
    const { modifiedAt, notBefore, decision } = await read(decidedAgain);
    if ('done' in decision) return decision.done;
    const early = wholeSeconds(modifiedAt) + SETTLED_AFTER_MS - notBefore;
    if (early > 0) {
      // The org says its time in whole seconds.
      await transport.wait(Math.ceil(early / 1000) * 1000, signal);
    } else {
      const result = await decision.write();
      if (result !== undefined) return result;
    }
  }
  throw keptChanging(options);
}

/** The header that makes a write of a record fail where somebody has changed it since. */
export function ifUnmodifiedSince(modifiedAt: string): Readonly<Record<string, string>> {
  return { 'If-Unmodified-Since': new Date(wholeSeconds(modifiedAt)).toUTCString() };
}

/** The write was refused since somebody has changed the record. */
export function isModified(error: unknown): error is SalesforceError {
  return error instanceof SalesforceError && error.httpStatus === 412;
}

function wholeSeconds(moment: string): number {
  return Math.floor(Date.parse(moment) / 1000) * 1000;
}

function keptChanging({ object, id }: { object: string; id: string }): RecordLockedError {
  const remedy = 'Try again in a minute.';
  return new RecordLockedError({
    message: `Could not update ${object} ${id}: others changed it each time between its reading and its writing. Nothing was written. ${remedy}`,
    remedy,
    fixedBy: 'salesforce',
    outcome: 'notApplied',
    retryable: true,
    object,
    recordId: id,
  });
}
