import type { FieldDefinition, PicklistValue } from '../object-definition.ts';

/** The values of a controlling field that others are indexed by: those of its picklist, or of a checkbox false and true. */
export function controllingValues(controller: FieldDefinition): readonly string[] {
  if (controller.type === 'boolean') return ['false', 'true'];
  return (controller.picklistValues ?? []).map(({ value }) => value);
}

/**
 * A bitmap in base64, the first bit for the controlling field's first value. Source: SOAP API guide, Dependent
 * Picklists; `validFor` of state picklists recorded by Nango's integration templates, 2026-05 (its length: whole bytes
 * of all controlling values).
 */
export function describeValidFor(value: PicklistValue, controller: FieldDefinition): string {
  const controlling = controllingValues(controller);
  const bitmap = Buffer.alloc(Math.ceil(controlling.length / 8));
  for (const [index, name] of controlling.entries()) {
    if (!value.validFor?.includes(name)) continue;
    const byte = index >> 3;
    bitmap[byte] = (bitmap[byte] ?? 0) | (0x80 >> (index & 7));
  }
  return bitmap.toString('base64');
}
