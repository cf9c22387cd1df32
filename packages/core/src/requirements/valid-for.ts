import type { FieldDescribe } from '../metadata/object-describe.ts';

/**
 * The values of the controlling field that a value of a dependent picklist goes with. `validFor` is a bitmap in base64, whose
 * first bit stands for the controlling field's first value; of a checkbox, for false. Source: SOAP API guide, Dependent
 * Picklists; checked against recorded state picklists.
 */
export function controllingValuesOf(validFor: string | null | undefined, controller: FieldDescribe): string[] {
  const bits = Buffer.from(validFor ?? '', 'base64');
  const values =
    controller.type === 'boolean' ? ['false', 'true'] : controller.picklistValues.map(({ value }) => value);
  return values.filter((_value, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0);
}
