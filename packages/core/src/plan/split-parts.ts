import type { Related } from '../ledger/manifest.ts';
import { RELATED_ID_COUNT } from '../package-schema.ts';
import { SUBREQUEST_LIMIT } from '../transport/composite-limits.ts';
import type { PlannedStep } from './write-plan.ts';

/** Steps that are never parted, e.g. a note and its link to the record: without it nobody would ever see the note. */
export interface StepGroup {
  readonly steps: readonly PlannedStep[];
  /** The ids that the ledger keeps of it: what each is, and the value that stands for it. */
  readonly related: readonly { readonly is: Related; readonly id: string }[];
  /**
   * How many subrequests it takes at most, whatever a look-up finds. The seams rest on this alone, so that they are where
   * they were when a part of the write is done already.
   */
  readonly room: number;
  /** How many ids it adds to the ledger's row at most. */
  readonly relatedRoom: number;
}

/** The ledger's row is in every part. */
const ROOM = SUBREQUEST_LIMIT - 1;

/**
 * Cuts what one composite request does not hold into several, in order. The seams are safe: before the record when what
 * comes from there on fits into one request (what is required can be there without it, and a repeat finds it), otherwise
 * between roles or links, after the record.
 */
export function splitParts(required: readonly StepGroup[], rest: readonly StepGroup[]): StepGroup[][] {
  const restFits = fits(rest);
  const parts: StepGroup[][] = [[]];
  const put = (groups: readonly StepGroup[]): void => {
    const last = parts.at(-1);
    if (last !== undefined && (last.length === 0 || fits([...last, ...groups]))) last.push(...groups);
    else parts.push([...groups]);
  };
  for (const group of required) put([group]);
  if (restFits) put(rest);
  else for (const group of rest) put([group]);
  return parts;
}

function fits(groups: readonly StepGroup[]): boolean {
  const [room, relatedRoom] = [sumOf(groups, 'room'), sumOf(groups, 'relatedRoom')];
  return room <= ROOM && relatedRoom <= RELATED_ID_COUNT;
}

function sumOf(groups: readonly StepGroup[], of: 'room' | 'relatedRoom'): number {
  return groups.reduce((sum, group) => sum + group[of], 0);
}
