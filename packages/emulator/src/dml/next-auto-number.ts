import type { Org } from '../org/org.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';

/**
 * The next value of an auto number, e.g. `W-0000001`; given back when the transaction rolls back. Parts of the date are
 * those of UTC here. Source: Salesforce Help, "Custom Field Attributes" (`{YYYY}`, `{YY}`, `{MM}`, `{DD}`).
 */
export function nextAutoNumber(org: Org, object: string, field: FieldDefinition): string {
  const row = org.statements
    .prepare(
      `INSERT INTO __auto_number (name, value) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
    )
    .get(`${object}.${field.name}`, field.autoNumberStart ?? 1);
  const number = String(row?.['value']);
  const [year = '', month = '', day = ''] = org.clock().toISOString().slice(0, 10).split('-');
  const parts: Readonly<Record<string, string>> = { YYYY: year, YY: year.slice(2), MM: month, DD: day };
  return (field.autoNumber ?? '{0}').replace(/\{(0+|YYYY|YY|MM|DD)\}/g, (_, part: string) =>
    part.startsWith('0') ? number.padStart(part.length, '0') : (parts[part] ?? ''),
  );
}
