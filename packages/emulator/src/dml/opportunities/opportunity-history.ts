import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord } from '../stored-record.ts';
import { insertRow } from '../write-row.ts';

const WATCHED = ['Amount', 'Probability', 'StageName', 'CloseDate'] as const;
const COPIED = [...WATCHED, 'ExpectedRevenue', 'ForecastCategory'] as const;

/**
 * Keeps a row of the opportunity as it is now when one of the four watched fields changed, or it is new. Source: Object
 * Reference, OpportunityHistory. That a new opportunity has no previous values is not verified.
 *
 * @param previous undefined for a new opportunity
 */
export function keepHistory(context: DmlContext, current: StoredRecord, previous?: StoredRecord): void {
  const changed = WATCHED.filter((name) => (current[name] ?? null) !== (previous?.[name] ?? null));
  const object = context.org.schema.object('OpportunityHistory');
  if (changed.length === 0 || !object) return;
  const { Id } = insertRow(context, object, {
    ...Object.fromEntries(COPIED.map((name) => [name, current[name] ?? null])),
    OpportunityId: current['Id'] ?? null,
    PrevAmount: previous?.['Amount'] ?? null,
    PrevCloseDate: previous?.['CloseDate'] ?? null,
  });
  if (!previous) return;
  context.org.records.update('Opportunity', String(current['Id']), {
    ...(changed.includes('Amount') && { LastAmountChangedHistoryId: Id ?? null }),
    ...(changed.includes('CloseDate') && { LastCloseDateChangedHistoryId: Id ?? null }),
  });
}
