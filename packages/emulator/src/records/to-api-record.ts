import type { StoredRecord } from '../dml/stored-record.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import { formatField } from '../soql/format-value.ts';

/** The values of the fields as the REST API prints them, without `attributes`. */
export function toApiValues(
  object: ObjectDefinition,
  row: StoredRecord,
  { fields = [...object.fields.values()], apiVersion }: { fields?: readonly FieldDefinition[]; apiVersion: string },
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, formatField(field, { object, row, apiVersion })]));
}

/** A record as sObject Rows answers with it. Source: rows recorded by Nango's integration templates, 2026-05. */
export function toApiRecord(
  object: ObjectDefinition,
  row: StoredRecord,
  options: { fields?: readonly FieldDefinition[]; apiVersion: string },
): Record<string, unknown> {
  const url = `/services/data/v${options.apiVersion}/sobjects/${object.name}/${String(row['Id'])}`;
  return { attributes: { type: object.name, url }, ...toApiValues(object, row, options) };
}
