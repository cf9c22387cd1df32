import { z } from 'zod';
import type { MetadataComponent } from './metadata-component.ts';
import { parseXml, withoutEffect, xmlBoolean, xmlNumber } from './parse-xml.ts';
import { several } from './several.ts';

const action = z.enum(['Allow', 'Block']);
const operation = several(z.enum(['Alert', 'Report']));
const mappingField = z.strictObject({ inputField: z.string(), outputField: z.string() });

const duplicateRuleSchema = z.strictObject({
  fullName: z.string().optional(),
  actionOnInsert: action,
  actionOnUpdate: action,
  alertText: z.string().optional(),
  description: withoutEffect,
  duplicateRuleFilter: z.literal('', 'filters of duplicate rules are not emulated').optional(),
  duplicateRuleMatchRules: several(
    z.strictObject({
      matchRuleSObjectType: z.string(),
      matchingRule: z.string(),
      objectMapping: z
        .union([
          z.literal(''),
          z.strictObject({ inputObject: z.string(), outputObject: z.string(), mappingFields: several(mappingField) }),
        ])
        .optional(),
    }),
  ),
  isActive: xmlBoolean,
  masterLabel: z.string(),
  operationsOnInsert: operation,
  operationsOnUpdate: operation,
  securityOption: z.enum(['EnforceSharingRules', 'BypassSharingRules']),
  sortOrder: xmlNumber,
});

export type DuplicateRuleXml = z.output<typeof duplicateRuleSchema>;

/** Source: Metadata API guide, DuplicateRule. */
export function readDuplicateRule(component: MetadataComponent): DuplicateRuleXml {
  return parseXml(component, 'DuplicateRule', duplicateRuleSchema);
}

const matchingRulesSchema = z.strictObject({
  fullName: z.string().optional(),
  matchingRules: several(
    z.strictObject({
      fullName: z.string(),
      booleanFilter: z.string().optional(),
      description: withoutEffect,
      label: z.string(),
      matchingRuleItems: several(
        z.strictObject({
          blankValueBehavior: z.enum(['MatchBlanks', 'NullNotAllowed']).optional(),
          fieldName: z.string(),
          matchingMethod: z.string(),
        }),
      ),
      ruleStatus: z.string(),
    }),
  ),
});

export type MatchingRulesXml = z.output<typeof matchingRulesSchema>;

/** Source: Metadata API guide, MatchingRule. */
export function readMatchingRules(component: MetadataComponent): MatchingRulesXml {
  return parseXml(component, 'MatchingRules', matchingRulesSchema);
}
