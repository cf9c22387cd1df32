import type { DmlContext } from '../dml/dml-context.ts';
import { insertRow, updateRow } from '../dml/write-row.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { toolingSchema } from './tooling-schema.ts';

/** Writes to the objects of the Tooling API. */
export interface ToolingContext {
  readonly org: Org;
  readonly userId: string;
}

export function toolingObject(org: Org, name: string): ObjectDefinition {
  const object = toolingSchema(org).object(name);
  if (!object) throw new Error(`The Tooling API of this org has no ${name}.`);
  return object;
}

/** Writes a row without any check. @returns its id */
export function insertToolingRow(context: ToolingContext, object: string, values: StoredRecord, id?: string): string {
  const record = insertRow(toDml(context), toolingObject(context.org, object), values, id);
  return String(record['Id']);
}

export function updateToolingRow(context: ToolingContext, object: string, id: string, changes: StoredRecord): void {
  updateRow(toDml(context), toolingObject(context.org, object), id, changes);
}

/** Rows of the Tooling API have no behaviour of the data API. */
export function toDml({ org, userId }: ToolingContext): DmlContext {
  return { org, userId, schema: toolingSchema(org), behaviorOf: () => undefined };
}
