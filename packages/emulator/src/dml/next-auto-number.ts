import type { Org } from '../org/org.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';

/** The next value of an auto number, e.g. `W-0000001`; given back when the transaction rolls back. */
export function nextAutoNumber(org: Org, object: string, field: FieldDefinition): string {
  const row = org.statements
    .prepare(
      `INSERT INTO __auto_number (name, value) VALUES (?, 1)
       ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
    )
    .get(`${object}.${field.name}`);
  const number = String(row?.['value']);
  return (field.autoNumber ?? '{0}').replace(/\{(0+)\}/, (_, zeros: string) => number.padStart(zeros.length, '0'));
}
