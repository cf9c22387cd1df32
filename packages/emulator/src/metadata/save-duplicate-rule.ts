import type { Org } from '../org/org.ts';
import type { DuplicateRule } from '../rules/duplicates/duplicate-rule.ts';
import { duplicateRuleStore } from '../rules/duplicates/duplicate-rule-store.ts';
import { DuplicateRuleProblem, readyMatches } from '../rules/duplicates/ready-rule.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { DeployContext } from './metadata-type.ts';
import type { DuplicateRuleXml, MatchingRulesXml } from './read-duplicate-rule.ts';

/** The text of a rule that has none: the one that the setup page proposes. */
const PROPOSED_TEXT = 'Use one of these records?';

/** `Contact.matchingRule` holds all matching rules of Contact. @returns the object */
export function saveMatchingRules(
  { org, naming }: DeployContext,
  component: MetadataComponent,
  { matchingRules }: MatchingRulesXml,
): string {
  const object = org.schema.object(naming.object(component.name));
  if (!object) throw new MetadataError({ file: component.file, problem: `this org has no object ${component.name}` });
  const store = duplicateRuleStore(org);
  for (const rule of matchingRules) {
    store.saveMatchingRule({
      object: object.name,
      name: rule.fullName,
      logic: rule.booleanFilter,
      isActive: rule.ruleStatus.startsWith('Active') || rule.ruleStatus === 'Activating',
      items: rule.matchingRuleItems.map((item) => ({
        field: naming.field(component.name, item.fieldName),
        method: item.matchingMethod,
        matchBlanks: item.blankValueBehavior === 'MatchBlanks',
      })),
    });
  }
  for (const rule of store.duplicateRules()) checkRule(org, component, rule);
  return object.name;
}

/** `Contact.Contacts_DR`. @returns the same */
export function saveDuplicateRule(
  { org, naming }: DeployContext,
  component: MetadataComponent,
  xml: DuplicateRuleXml,
): string {
  const [objectName = '', name = ''] = component.name.split('.');
  const object = org.schema.object(naming.object(objectName));
  if (!object) throw new MetadataError({ file: component.file, problem: `this org has no object ${objectName}` });
  const rule: DuplicateRule = {
    object: object.name,
    name,
    isActive: xml.isActive,
    sortOrder: xml.sortOrder,
    onInsert: xml.actionOnInsert,
    onUpdate: xml.actionOnUpdate,
    alertsOnInsert: xml.operationsOnInsert.includes('Alert'),
    alertsOnUpdate: xml.operationsOnUpdate.includes('Alert'),
    alertText: xml.alertText ?? PROPOSED_TEXT,
    bypassesSharing: xml.securityOption === 'BypassSharingRules',
    matches: xml.duplicateRuleMatchRules.map(({ matchRuleSObjectType, matchingRule, objectMapping }) => ({
      object: naming.object(matchRuleSObjectType),
      rule: matchingRule,
      ...(typeof objectMapping === 'object' && {
        mapping: Object.fromEntries(
          objectMapping.mappingFields.map(({ inputField, outputField }) => [
            naming.field(matchRuleSObjectType, outputField),
            naming.field(objectName, inputField),
          ]),
        ),
      }),
    })),
  };
  checkRule(org, component, rule);
  duplicateRuleStore(org).saveDuplicateRule(rule);
  return `${object.name}.${name}`;
}

/** A rule that is off has no effect, whatever it matches by. */
function checkRule(org: Org, { file }: MetadataComponent, rule: DuplicateRule): void {
  if (!rule.isActive) return;
  try {
    readyMatches(org, rule);
  } catch (cause) {
    if (!(cause instanceof DuplicateRuleProblem)) throw cause;
    throw new MetadataError({
      file,
      problem: `the duplicate rule ${rule.object}.${rule.name}: ${cause.message}`,
      cause,
    });
  }
}
