import type { Org } from '../org/org.ts';
import type { PicklistValue } from '../schema/object-definition.ts';
import { standardValueSets } from './standard-value-sets.ts';

/** Gives the values to every field that shows this set. */
export function saveStandardValueSet(org: Org, name: string, values: readonly PicklistValue[]): void {
  for (const [object, fieldName] of standardValueSets.get(name) ?? []) {
    const field = org.schema.field(object, fieldName);
    if (field) org.schema.addField(object, { ...field, picklistValues: values });
  }
}

/** Keeps the set for fields to come, and gives its values to those that use it. */
export function saveGlobalValueSet(org: Org, name: string, values: readonly PicklistValue[]): void {
  org.settings.set(settingOf(name), JSON.stringify(values));
  for (const object of org.schema.objects()) {
    for (const field of object.fields.values()) {
      if (field.globalValueSet !== name) continue;
      org.schema.addField(object.name, { ...field, picklistValues: withControl(values, field.picklistValues) });
    }
  }
}

/** The values of a global value set; undefined when the org has none of this name. */
export function globalValueSet(org: Org, name: string): readonly PicklistValue[] | undefined {
  const kept = org.settings.get(settingOf(name));
  return kept === undefined ? undefined : (JSON.parse(kept) as PicklistValue[]);
}

/** Which values go with which of a controlling field is said by the field that uses the set, not by the set. */
export function withControl(
  values: readonly PicklistValue[],
  used: readonly PicklistValue[] = [],
): readonly PicklistValue[] {
  const validFor = new Map(used.map((value) => [value.value, value.validFor]));
  return values.map((value) => {
    const controlling = validFor.get(value.value);
    return controlling ? { ...value, validFor: controlling } : value;
  });
}

function settingOf(name: string): string {
  return `globalValueSet ${name.toLowerCase()}`;
}
