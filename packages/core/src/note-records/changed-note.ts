import { RecordChangedError } from '../errors/write-errors.ts';
import type { RelatedRecord } from '../reads/related-record.ts';

/** A note that is no longer as it was read. */
export function changedNote(
  id: string,
  { changedBy, changedAt }: { changedBy: RelatedRecord | null | undefined; changedAt: string },
): RecordChangedError {
  const who = changedBy?.name ?? 'somebody whom the connected user may not see';
  const remedy = 'Read the note again and decide again.';
  return new RecordChangedError({
    message: `Could not update ContentNote ${id}: ${who} has changed it since it was read, at ${changedAt}. Nothing was written. ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    object: 'ContentNote',
    recordId: id,
    changedBy: changedBy ? { id: changedBy.id, name: changedBy.name } : undefined,
    changedAt,
  });
}
