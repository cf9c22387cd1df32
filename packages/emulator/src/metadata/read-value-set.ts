import { z } from 'zod';
import type { PicklistValue } from '../schema/object-definition.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { parseXml, withoutEffect, xmlBoolean } from './parse-xml.ts';

const standardValue = z.strictObject({
  fullName: z.string(),
  label: z.string().optional(),
  default: xmlBoolean.optional(),
  isActive: xmlBoolean.optional(),
  closed: xmlBoolean.optional(),
  highPriority: xmlBoolean.optional(),
  color: withoutEffect,
  description: withoutEffect,
  groupingString: withoutEffect,
  // Of leads, quotes and ideas; nothing here asks for them.
  converted: withoutEffect,
  cssExposed: withoutEffect,
  allowEmail: withoutEffect,
  reviewed: withoutEffect,
});

const valueSetSchema = z.strictObject({
  sorted: withoutEffect,
  groupingStringEnum: withoutEffect,
  standardValue: z.array(standardValue),
});

const globalValueSetSchema = z.strictObject({
  fullName: withoutEffect,
  masterLabel: z.string(),
  description: withoutEffect,
  sorted: withoutEffect,
  customValue: z.array(standardValue),
});

/** The values of one of Salesforce's own picklists. Source: Metadata API guide, StandardValueSet. */
export function readStandardValueSet(component: MetadataComponent): readonly PicklistValue[] {
  return parseXml(component, 'StandardValueSet', valueSetSchema).standardValue.map(toPicklistValue);
}

/** Values that several custom picklists share. Source: Metadata API guide, GlobalValueSet. */
export function readGlobalValueSet(component: MetadataComponent): readonly PicklistValue[] {
  return parseXml(component, 'GlobalValueSet', globalValueSetSchema).customValue.map(toPicklistValue);
}

function toPicklistValue(value: z.output<typeof standardValue>): PicklistValue {
  return {
    value: value.fullName,
    label: value.label ?? value.fullName,
    active: value.isActive ?? true,
    isDefault: value.default ?? false,
    ...(value.closed && { closed: true }),
    ...(value.highPriority && { high: true }),
  };
}
