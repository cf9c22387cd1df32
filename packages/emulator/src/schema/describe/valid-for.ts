import type { FieldDefinition, PicklistValue } from '../object-definition.ts';

/** The values of a controlling field that others are indexed by: those of its picklist, or of a checkbox false and true. */
export function controllingValues(controller: FieldDefinition): readonly string[] {
  if (controller.type === 'boolean') return ['false', 'true'];
  return (controller.picklistValues ?? []).map(({ value }) => value);
}

/**
 * A bitmap in base64, the first bit for the controlling field's first value; as long as the last set bit needs, in groups
 * of three bytes. Source: SOAP API guide, Dependent Picklists; `validFor` of state picklists recorded by Nango's
 * integration templates, 2026-05 (`AAAAAgAA` is value 30).
 */
export function describeValidFor(value: PicklistValue, controller: FieldDefinition): string {
  const controlling = controllingValues(controller);
  const set = (value.validFor ?? []).map((name) => controlling.indexOf(name)).filter((index) => index >= 0);
  const bits = Buffer.alloc((Math.floor(Math.max(0, ...set) / 24) + 1) * 3);
  for (const index of set) bits.writeUInt8(bits.readUInt8(index >> 3) | (0x80 >> (index & 7)), index >> 3);
  return bits.toString('base64');
}
