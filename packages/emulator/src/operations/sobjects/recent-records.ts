import { quote } from '../../schema/prepare-table.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { callerOf } from '../caller.ts';
import type { OperationContext } from '../operation.ts';
import { apiVersionOf } from './sobject-request.ts';

/** RecentlyViewed has 200 entries of an object. Source: REST API guide, Recently Viewed Items. */
export const MAX_RECENT = 200;

/**
 * Records that the caller viewed, the last one first. A view is what `FOR VIEW` and `Sforce-Mru` make one.
 */
export function recentRecords(
  context: OperationContext,
  objects: readonly ObjectDefinition[],
  limit: number,
): readonly Record<string, unknown>[] {
  const base = `/services/data/v${apiVersionOf(context.request)}/sobjects`;
  return objects
    .flatMap((object) => viewedRows(context, object, limit).map((row) => ({ ...row, object })))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
    .slice(0, limit)
    .map(({ object, id, name }) => ({
      attributes: { type: object.name, url: `${base}/${object.name}/${id}` },
      Id: id,
      ...(name !== undefined && { Name: name }),
    }));
}

interface ViewedRow {
  readonly id: string;
  readonly name: string | undefined;
  readonly at: string;
}

function viewedRows(context: OperationContext, object: ObjectDefinition, limit: number): readonly ViewedRow[] {
  const nameField = [...object.fields.values()].find((field) => field.nameField)?.name ?? 'Name';
  const name = object.fields.has(nameField) ? quote(nameField) : 'NULL';
  const deleted = object.fields.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  return context.org.statements
    .prepare(
      `SELECT "Id" AS id, ${name} AS name, at FROM __recent_item JOIN ${quote(object.name)} ON "Id" = record_id
       WHERE user_id = ? AND object = ?${deleted} ORDER BY at DESC LIMIT ?`,
    )
    .all(callerOf(context).userId, object.name, limit)
    .map((row) => ({
      id: String(row['id']),
      name: typeof row['name'] === 'string' ? row['name'] : undefined,
      at: String(row['at']),
    }));
}
