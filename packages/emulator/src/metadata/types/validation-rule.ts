import { validationRuleStore } from '../../rules/validation-rule-store.ts';
import { defineMetadataType } from '../metadata-type.ts';
import { splitPartName } from '../part-name.ts';
import { readValidationRule } from '../read-validation-rule.ts';
import { saveValidationRule } from '../save-validation-rule.ts';

/** Source: Metadata API guide, ValidationRule. */
export const validationRule = defineMetadataType({
  name: 'ValidationRule',
  suffix: 'validationRule',
  directory: 'validationRules',
  elementOfObject: 'validationRules',
  read: readValidationRule,
  save: saveValidationRule,
  remove(org, fullName) {
    const [object = '', name = ''] = fullName.split('.');
    validationRuleStore(org).remove(object, name);
  },
  rename(org, from, to) {
    const { object, name } = splitPartName(from);
    validationRuleStore(org).rename(object, name, splitPartName(to).name);
  },
});
