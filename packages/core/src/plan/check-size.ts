import { PlanTooLargeError } from '../errors/write-errors.ts';
import { RELATED_ID_COUNT } from '../package-schema.ts';
import { QUERY_LIMIT, SUBREQUEST_LIMIT } from '../transport/composite-limits.ts';

const LIMITS = {
  subrequests: { limit: SUBREQUEST_LIMIT, says: 'subrequests; one composite request holds' },
  queries: { limit: QUERY_LIMIT, says: 'matches to look up; one composite request holds' },
  relatedIds: { limit: RELATED_ID_COUNT, says: 'required records, roles and links; one row of the ledger holds' },
} as const;

export function checkSize(counts: Readonly<Record<keyof typeof LIMITS, number>>): void {
  for (const kind of ['subrequests', 'queries', 'relatedIds'] as const) {
    const count = counts[kind];
    const { limit, says } = LIMITS[kind];
    if (count <= limit) continue;
    const remedy = 'Split it: write some of the required records, roles or links first, and name them by their ids.';
    throw new PlanTooLargeError({
      of: kind,
      count,
      limit,
      message: `Cannot write it at once: it needs ${count} ${says} ${limit}. ${remedy}`,
      remedy,
    });
  }
}
