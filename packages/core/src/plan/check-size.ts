import { PlanTooLargeError } from '../errors/write-errors.ts';
import { SUBREQUEST_LIMIT } from '../transport/composite-limits.ts';

/** So many requests for one write are a mistake rather than a write. */
const PART_LIMIT = 20;

const LIMITS = {
  subrequests: { limit: SUBREQUEST_LIMIT, says: 'subrequests; one composite request holds' },
  parts: { limit: PART_LIMIT, says: 'requests; one write takes' },
} as const;

export function checkSize(of: keyof typeof LIMITS, count: number): void {
  const { limit, says } = LIMITS[of];
  if (count <= limit) return;
  const remedy = 'Split it: write some of the required records, roles or links first, and name them by their ids.';
  throw new PlanTooLargeError({
    of,
    count,
    limit,
    message: `Cannot write it at once: it needs ${count} ${says} ${limit}. ${remedy}`,
    remedy,
  });
}
