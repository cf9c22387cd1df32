import { markViewed as markRecordsViewed } from '../../records/mark-viewed.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { callerOf } from '../caller.ts';
import type { OperationContext } from '../operation.ts';

/** `Sforce-Mru: updateMru=true`: the record counts as viewed. Source: REST API guide, MRU Header. */
export function markViewed(context: OperationContext, object: ObjectDefinition, id: string): void {
  if (!/\bupdateMru\s*=\s*true\b/i.test(context.request.headers['sforce-mru'] ?? '')) return;
  const { org } = context;
  markRecordsViewed(org.database, 'view', { object, ids: [id], userId: callerOf(context).userId, at: org.clock() });
}
