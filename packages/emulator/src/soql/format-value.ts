import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';

/** A value as SQLite keeps it. */
export type StoredCell = null | number | bigint | string | Uint8Array;

/** A stored row: column name → value. */
export type StoredRow = Readonly<Record<string, StoredCell | undefined>>;

export interface FormatRowOptions {
  readonly object: ObjectDefinition;
  /** Must hold `Id`, the field itself, and for a compound address its parts. */
  readonly row: StoredRow;
  /** e.g. `66.0` */
  readonly apiVersion: string;
}

/**
 * One field of a stored row as the REST API prints it: compound addresses as objects, blobs as the URL they are
 * fetched from. Used by queries and by sObject Rows alike.
 */
export function formatField(field: FieldDefinition, { object, row, apiVersion }: FormatRowOptions): unknown {
  if (field.type === 'address') return formatAddress(object, field.name, (part) => row[part]);
  const value = row[field.name];
  if (field.type === 'base64') {
    const id = String(row['Id']);
    return value === null || value === undefined
      ? null
      : `/services/data/v${apiVersion}/sobjects/${object.name}/${id}/${field.name}`;
  }
  return formatValue(field, value);
}

/**
 * A value of a plain column as the API prints it: dateTime `2026-05-01T07:25:37.000+0000`, booleans never null, numbers
 * as JSON numbers. Source: query results recorded by Nango's integration templates, 2026-05.
 */
export function formatValue(field: FieldDefinition, value: StoredCell | undefined): unknown {
  if (field.type === 'boolean') return value === 1 || value === 1n;
  if (value === null || value === undefined) return null;
  if (field.type === 'datetime') return formatDateTime(String(value));
  return typeof value === 'bigint' ? Number(value) : value;
}

/** Stored ISO text (`…Z`) as the API prints it (`…+0000`). */
export function formatDateTime(stored: string): string {
  return stored.replace(/Z$/, '+0000');
}

/**
 * A compound address: one member per part field (`BillingCity` → `city`), in the order of their names; null when every
 * part is. Source: Account rows recorded by Nango's integration templates, 2026-05.
 */
export function formatAddress(
  object: ObjectDefinition,
  compound: string,
  valueOf: (part: string) => StoredCell | undefined,
): Record<string, unknown> | null {
  const members = addressParts(object, compound).map(
    (part) => [memberName(part.name, compound), valueOf(part.name) ?? null] as const,
  );
  if (members.every(([, value]) => value === null)) return null;
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fields that a compound address is made of. */
export function addressParts(object: ObjectDefinition, compound: string): FieldDefinition[] {
  return [...object.fields.values()].filter((field) => field.compoundFieldName === compound && field.name !== compound);
}

function memberName(part: string, compound: string): string {
  const prefix = compound.replace(/Address(__c)?$/, '');
  const name = part.startsWith(prefix) ? part.slice(prefix.length) : part;
  return name.charAt(0).toLowerCase() + name.slice(1);
}
