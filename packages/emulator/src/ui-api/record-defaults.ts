import type { StoredRecord } from '../dml/stored-record.ts';
import { layoutOfUser } from '../layouts/layout-of-user.ts';
import { layoutRows } from '../layouts/layout-rows.ts';
import type { Org } from '../org/org.ts';
import { describeRecordTypes } from '../schema/describe/record-type-infos.ts';
import type { FieldDefinition, ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { nameFields } from './name-fields.ts';
import { objectInfo, toRecordTypeInfo } from './object-info.ts';
import { isPicklist } from './picklist-values.ts';
import { recordLayout } from './record-layout.ts';
import { recordRepresentation } from './record-representation.ts';
import { recordTypeValues } from './record-type-values.ts';
import type { RecordTypeRef } from './record-type.ts';
import { fieldValue, NO_VALUE, type FieldValue } from './record-value.ts';

export interface RecordDefaultsOptions {
  readonly org: Org;
  readonly userId: string;
  /** What the user sees. */
  readonly schema: OrgSchema;
  readonly object: ObjectDefinition;
  readonly recordType: RecordTypeRef;
  readonly apiVersion: string;
}

/**
 * What a page needs to make a record: the layout, the record with its defaults, and what is known of every object in it.
 * Source: create defaults recorded by lwc-recipes (v45); UI API guide, Record Defaults. The record's fields are those of
 * the layout; of look-ups the record behind them stands beside the id.
 */
export function recordDefaults(options: RecordDefaultsOptions): Record<string, unknown> {
  const { org, userId, schema, object, recordType, apiVersion } = options;
  const layout = layoutOfUser(org, userId, { object, recordTypeId: recordType.id });
  const placed = layoutRows(object, layout, 'Create').flatMap(({ rows }) => rows.flat());
  const inLayout = placed.flatMap(({ fields }) => fields);
  const values = defaultValues(options, inLayout);
  const fields: Record<string, FieldValue> = {};
  const others = new Map<string, ObjectDefinition>();
  for (const field of inLayout) {
    fields[field.name] = fieldValue(field, values);
    if (field.type !== 'reference' || !field.relationshipName) continue;
    const parent = parentOf(options, field, values);
    fields[field.relationshipName] = parent ? parent.value : NO_VALUE;
    if (parent) others.set(parent.object.name, parent.object);
  }
  for (const name of audited(object, layout.sections)) fields[name] = NO_VALUE;
  const info = (one: ObjectDefinition, nested: boolean) =>
    objectInfo({ org, access: org.access.of(userId), schema, object: one, apiVersion, nested });
  return {
    layout: recordLayout({ object, layout, mode: 'Create', recordTypeId: recordType.id, apiVersion }),
    objectInfos: Object.fromEntries([
      [object.name, info(object, false)],
      ...[...others.values()]
        .filter(({ name }) => name !== object.name)
        .map((other) => [other.name, info(other, true)]),
    ]) as Record<string, unknown>,
    record: recordRepresentation({
      apiName: object.name,
      record: {},
      fields,
      recordTypeId: recordType.id,
      recordTypeInfo: typeInfo(options),
    }),
  };
}

function defaultValues(options: RecordDefaultsOptions, fields: readonly FieldDefinition[]): StoredRecord {
  const { org, userId, object, recordType } = options;
  return Object.fromEntries(
    fields.map((field) => {
      if (field.name === 'OwnerId') return [field.name, userId];
      if (isPicklist(field)) {
        return [field.name, recordTypeValues(org, object.name, field, recordType).defaultValue?.value ?? null];
      }
      const { defaultValue = null } = field;
      return [field.name, typeof defaultValue === 'boolean' ? Number(defaultValue) : defaultValue];
    }),
  );
}

/** The record that a default points to, with its id and its name. */
function parentOf(
  { org, schema }: RecordDefaultsOptions,
  field: FieldDefinition,
  values: StoredRecord,
): { readonly object: ObjectDefinition; readonly value: FieldValue } | undefined {
  const id = values[field.name];
  if (typeof id !== 'string') return undefined;
  const object = org.schema.objectOfPrefix(id.slice(0, 3));
  const record = object && schema.object(object.name) && org.records.find(object.name, id);
  if (!object || !record) return undefined;
  const name = nameFields(object).at(-1) ?? 'Id';
  const shown = [...new Set(['Id', name])].flatMap((one) => object.fields.get(one) ?? []);
  const value = recordRepresentation({
    apiName: object.name,
    record,
    fields: Object.fromEntries(shown.map((one) => [one.name, fieldValue(one, record)])),
    recordTypeId: null,
    recordTypeInfo: null,
  });
  return { object, value: { displayValue: String(record[name]), value } };
}

/** Who made and changed a record has no value yet, but stands in the answer where the layout has it. */
function audited(
  object: ObjectDefinition,
  sections: readonly { readonly columns: readonly (readonly { readonly kind: string; readonly field?: string }[])[] }[],
): string[] {
  const names = new Set(sections.flatMap(({ columns }) => columns.flat().map(({ field }) => field)));
  return ['CreatedById', 'LastModifiedById'].flatMap((name) =>
    names.has(name) ? (object.fields.get(name)?.relationshipName ?? []) : [],
  );
}

/** Of the master record type there is none. */
function typeInfo({ org, userId, object, recordType, apiVersion }: RecordDefaultsOptions) {
  const infos = describeRecordTypes({ org, access: org.access.of(userId) }, object, apiVersion).map(toRecordTypeInfo);
  return infos.find(({ recordTypeId, master }) => recordTypeId === recordType.id && !master) ?? null;
}
