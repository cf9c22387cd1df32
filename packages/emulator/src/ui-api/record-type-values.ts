import type { Org } from '../org/org.ts';
import type { FieldDefinition, PicklistValue } from '../schema/object-definition.ts';
import type { RecordTypeRef } from './record-type.ts';

/** What a record type offers for one picklist. */
export interface RecordTypeValues {
  readonly values: readonly PicklistValue[];
  readonly defaultValue: PicklistValue | undefined;
}

interface Choice {
  readonly value: string;
  readonly isDefault: boolean;
}

/**
 * The active values of a picklist, in the field's order, that a record type was given; of `StageName` those of its sales
 * process; all of them where neither says anything, and for the master record type.
 * Source: Metadata API guide, RecordType and BusinessProcess.
 */
export function recordTypeValues(
  org: Org,
  object: string,
  field: FieldDefinition,
  recordType: RecordTypeRef,
): RecordTypeValues {
  const active = (field.picklistValues ?? []).filter((value) => value.active);
  const chosen = ofProcess(org, object, field, recordType) ?? ofRecordType(org, field, recordType);
  if (!chosen) return { values: active, defaultValue: active.find((value) => value.isDefault) };
  const byName = new Map(chosen.map((choice) => [choice.value, choice]));
  const values = active.filter(({ value }) => byName.has(value));
  return { values, defaultValue: values.find(({ value }) => byName.get(value)?.isDefault) };
}

function ofRecordType(org: Org, field: FieldDefinition, { id }: RecordTypeRef): Choice[] | undefined {
  return choices(
    org,
    '__record_type_picklist',
    'SELECT value, is_default FROM __record_type_picklist WHERE record_type_id = ? AND field = ? ORDER BY position',
    [id, field.name],
  );
}

function ofProcess(
  org: Org,
  object: string,
  field: FieldDefinition,
  { businessProcessId }: RecordTypeRef,
): Choice[] | undefined {
  if (`${object}.${field.name}` !== 'Opportunity.StageName' || businessProcessId === null) return undefined;
  return choices(
    org,
    '__business_process_stage',
    'SELECT stage AS value, is_default FROM __business_process_stage WHERE business_process_id = ? ORDER BY position',
    [businessProcessId],
  );
}

function choices(org: Org, table: string, sql: string, parameters: readonly string[]): Choice[] | undefined {
  const exists = org.statements.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table);
  if (!exists) return undefined;
  const rows = org.statements.prepare(sql).all(...parameters);
  if (rows.length === 0) return undefined;
  return rows.map((row) => ({ value: String(row['value']), isDefault: row['is_default'] === 1 }));
}
