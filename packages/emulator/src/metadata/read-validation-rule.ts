import { z } from 'zod';
import type { MetadataComponent } from './metadata-component.ts';
import { parseXml, withoutEffect, xmlBoolean } from './parse-xml.ts';

const validationRuleSchema = z.strictObject({
  fullName: z.string().optional(),
  active: xmlBoolean,
  description: withoutEffect,
  errorConditionFormula: z.string(),
  errorDisplayField: z.string().optional(),
  errorMessage: z.string(),
  shouldEvaluateOnClient: withoutEffect,
});

export type ValidationRuleXml = z.output<typeof validationRuleSchema>;

/** Source: Metadata API guide, ValidationRule. */
export function readValidationRule(component: MetadataComponent): ValidationRuleXml {
  return parseXml(component, 'ValidationRule', validationRuleSchema);
}
