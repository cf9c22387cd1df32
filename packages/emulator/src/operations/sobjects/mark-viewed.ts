import { quote } from '../../schema/prepare-table.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationContext } from '../operation.ts';

/** `Sforce-Mru: updateMru=true`: the record counts as viewed. Source: REST API guide, MRU Header. */
export function markViewed({ org, request }: OperationContext, object: ObjectDefinition, id: string): void {
  if (!/\bupdateMru\s*=\s*true\b/i.test(request.headers['sforce-mru'] ?? '')) return;
  const fields = ['LastViewedDate', 'LastReferencedDate'].filter((name) => object.fields.has(name));
  if (fields.length === 0) return;
  const now = org.clock();
  now.setUTCMilliseconds(0);
  const set = fields.map((name) => `${quote(name)} = ?`).join(', ');
  org.statements
    .prepare(`UPDATE ${quote(object.name)} SET ${set} WHERE "Id" = ?`)
    .run(...fields.map(() => now.toISOString()), id);
}
