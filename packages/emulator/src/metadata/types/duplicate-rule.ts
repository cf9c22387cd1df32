import { duplicateRuleStore } from '../../rules/duplicates/duplicate-rule-store.ts';
import { defineMetadataType } from '../metadata-type.ts';
import { readDuplicateRule, readMatchingRules } from '../read-duplicate-rule.ts';
import { saveDuplicateRule, saveMatchingRules } from '../save-duplicate-rule.ts';

/** Source: Metadata API guide, MatchingRule. */
export const matchingRules = defineMetadataType({
  name: 'MatchingRules',
  suffix: 'matchingRule',
  directory: 'matchingRules',
  read: readMatchingRules,
  save: saveMatchingRules,
});

/** Source: Metadata API guide, DuplicateRule. */
export const duplicateRule = defineMetadataType({
  name: 'DuplicateRule',
  suffix: 'duplicateRule',
  directory: 'duplicateRules',
  read: readDuplicateRule,
  save: saveDuplicateRule,
  remove(org, fullName) {
    const [object = '', name = ''] = fullName.split('.');
    duplicateRuleStore(org).removeDuplicateRule(object, name);
  },
});
