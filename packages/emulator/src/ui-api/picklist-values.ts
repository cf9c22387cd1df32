import type { Org } from '../org/org.ts';
import { controllingValues } from '../schema/describe/valid-for.ts';
import type { FieldDefinition, ObjectDefinition, PicklistValue } from '../schema/object-definition.ts';
import { tagged } from './answer-ui-api.ts';
import { picklistAttributes } from './picklist-attributes.ts';
import { recordTypeValues } from './record-type-values.ts';
import type { RecordTypeRef } from './record-type.ts';

export interface PicklistValuesOptions {
  readonly org: Org;
  readonly object: ObjectDefinition;
  readonly recordType: RecordTypeRef;
  readonly apiVersion: string;
}

export function isPicklist(field: FieldDefinition): boolean {
  return field.type === 'picklist' || field.type === 'multipicklist';
}

/**
 * The values of a picklist that a record type has, each with the indexes of the controlling values it goes with.
 * Source: answers recorded by lwc-recipes (v45); UI API guide, Picklist Values. That the controlling values are those of
 * the same record type, counted from 0, is not verified.
 */
export function picklistValues(options: PicklistValuesOptions, field: FieldDefinition): Record<string, unknown> {
  const { org, object, recordType, apiVersion } = options;
  const { values, defaultValue } = recordTypeValues(org, object.name, field, recordType);
  const controlling = controllingIndexes(options, field);
  const attributesOf = picklistAttributes(org, object.name, field.name);
  const print = ({ value, label, validFor = [] }: PicklistValue): object => ({
    attributes: attributesOf(value),
    label,
    validFor: validFor.flatMap((name) => controlling.get(name) ?? []).toSorted((a, b) => a - b),
    value,
  });
  return tagged({
    controllerValues: Object.fromEntries(controlling),
    defaultValue: defaultValue ? print(defaultValue) : null,
    url: `/services/data/v${apiVersion}/ui-api/object-info/${object.name}/picklist-values/${recordType.id}/${field.name}`,
    values: values.map(print),
  });
}

function controllingIndexes(
  { org, object, recordType }: PicklistValuesOptions,
  field: FieldDefinition,
): ReadonlyMap<string, number> {
  const controller = field.controllerName === undefined ? undefined : object.fields.get(field.controllerName);
  if (!controller) return new Map();
  const names = isPicklist(controller)
    ? recordTypeValues(org, object.name, controller, recordType).values.map(({ value }) => value)
    : controllingValues(controller);
  return new Map(names.map((name, index) => [name, index]));
}
