import { fieldOf, type FieldDescribe, type ObjectDescribe } from '../metadata/object-describe.ts';
import type { ObjectLayout } from '../metadata/object-layout.ts';
import type { Choice, RequiredBy, RequirementField } from './object-requirements.ts';
import { controllingValuesOf } from './valid-for.ts';

/** The picklist values that a record type offers, by field; undefined where it offers all. */
export type Offered = Readonly<Record<string, readonly { readonly value: string; readonly defaultValue: boolean }[]>>;

/** Every field that can be set in a new record, those of the layout first. */
export function requirementFields(
  described: ObjectDescribe,
  layout: ObjectLayout | undefined,
  offered: Offered | undefined,
): RequirementField[] {
  const placed = new Map((layout?.fields ?? []).map((field, index) => [field.name, { ...field, index }]));
  const place = ({ name }: FieldDescribe): number => placed.get(name)?.index ?? Number.MAX_SAFE_INTEGER;
  return described.fields
    .filter(({ createable, name }) => createable && name !== 'RecordTypeId')
    .toSorted((a, b) => Math.sign(place(a) - place(b)))
    .map((field) => {
      const onLayout = placed.get(field.name)?.required === true;
      return toRequirementField(described, field, {
        requiredBy: isRequired(field) ? 'record' : onLayout && field.type !== 'boolean' ? 'layout' : 'none',
        offered: offered?.[field.name],
      });
    });
}

/** No record is saved without it. Source: describe rule, checked against recorded describes. */
export function isRequired({ nillable, defaultedOnCreate, createable }: FieldDescribe): boolean {
  return createable && !nillable && !defaultedOnCreate;
}

/** Required of every record, and not to be set by this user. */
export function isBlocking(field: FieldDescribe): boolean {
  const { custom, createable, nillable, defaultedOnCreate, calculated, autoNumber } = field;
  return custom && !createable && !nillable && !defaultedOnCreate && !calculated && !autoNumber;
}

function toRequirementField(
  described: ObjectDescribe,
  field: FieldDescribe,
  { requiredBy, offered }: { requiredBy: RequiredBy; offered: Offered[string] | undefined },
): RequirementField {
  const { name, label, type, nillable, length, referenceTo, inlineHelpText } = field;
  const isPicklist = type === 'picklist' || type === 'multipicklist';
  const choices = isPicklist ? choicesOf(described, field, offered) : undefined;
  return {
    name,
    label,
    type,
    requiredBy,
    help: inlineHelpText,
    nillable,
    length,
    digits: digitsOf(field),
    choices,
    // Salesforce takes any text as a stage; a record in a stage that its pipeline does not have helps nobody.
    restricted: choices !== undefined && (field.restrictedPicklist || name === 'StageName'),
    controller: field.dependentPicklist ? (field.controllerName ?? undefined) : undefined,
    referenceTo,
  };
}

function choicesOf(
  described: ObjectDescribe,
  { picklistValues, dependentPicklist, controllerName }: FieldDescribe,
  offered: Offered[string] | undefined,
): Choice[] {
  const controller = dependentPicklist && controllerName !== null ? fieldOf(described, controllerName) : undefined;
  const chosen = offered === undefined ? undefined : new Map(offered.map((one) => [one.value, one.defaultValue]));
  return picklistValues
    .filter(({ active, value }) => active && (chosen === undefined || chosen.has(value)))
    .map(({ value, label, defaultValue, validFor }) => ({
      value,
      label: label ?? value,
      isDefault: chosen?.get(value) ?? defaultValue,
      validFor: controller === undefined ? undefined : controllingValuesOf(validFor, controller),
    }));
}

function digitsOf({ type, precision, scale, digits }: FieldDescribe): RequirementField['digits'] {
  if (type === 'int') return { integer: digits === 0 ? 10 : digits, fraction: 0 };
  if (type !== 'double' && type !== 'currency' && type !== 'percent') return undefined;
  return precision === 0 ? undefined : { integer: precision - scale, fraction: scale };
}
