import type { ObjectDefinition } from '../schema/object-definition.ts';
import { quote } from '../schema/quote.ts';
import { childrenOf } from './children.ts';
import { deleteRecord } from './delete-record.ts';
import type { DmlContext } from './dml-context.ts';
import { wholeObject } from './whole-object.ts';

/**
 * Deletes a record past the recycle bin, with what goes with it: it is in no query any more. What forbids a delete forbids
 * this too. Source: Bulk API 2.0 guide, Create a Job (`hardDelete`).
 *
 * @param id 18 characters
 */
export function hardDeleteRecord(context: DmlContext, object: ObjectDefinition, id: string): void {
  context.org.transaction(() => {
    deleteRecord(context, object, id);
    purge(context, wholeObject(context, object), id);
  });
}

/** A record that is in the recycle bin, and the children that are there because of it. */
function purge(context: DmlContext, object: ObjectDefinition, id: string): void {
  const { statements, records } = context.org;
  for (const { child, field } of childrenOf(context, object)) {
    if (!field.cascadeDelete || !child.fields.has('IsDeleted')) continue;
    const sql = `SELECT "Id" FROM ${quote(child.name)} WHERE ${quote(field.name)} = ? AND "IsDeleted" = 1`;
    for (const row of statements.prepare(sql).all(id)) purge(context, child, String(row['Id']));
  }
  if (object.fields.has('IsDeleted')) records.remove(object.name, id);
}
