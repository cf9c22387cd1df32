import { compileField } from '../formula/formula-columns.ts';
import { FormulaError } from '../formula/formula-error.ts';
import type { Org } from '../org/org.ts';
import { compileRule } from './compile-rule.ts';
import { DuplicateRuleProblem, readyMatches } from './duplicates/ready-rule.ts';
import { duplicateRuleStore } from './duplicates/duplicate-rule-store.ts';
import { validationRuleStore } from './validation-rule-store.ts';

/** A rule that can no longer run, as after a field that it refers to was deleted: its kind and name; undefined: none. */
export function brokenRule(org: Org): string | undefined {
  for (const object of org.schema.objects()) {
    for (const field of object.fields.values()) {
      if (field.formula && fails(() => compileField(org, object.name, field)))
        return `the formula field ${object.name}.${field.name}`;
    }
  }
  for (const rule of validationRuleStore(org).all()) {
    const object = org.schema.object(rule.object);
    if (object && fails(() => compileRule(org, object, rule))) return `the validation rule ${rule.object}.${rule.name}`;
  }
  const active = duplicateRuleStore(org)
    .duplicateRules()
    .find((rule) => rule.isActive && org.schema.object(rule.object) && fails(() => readyMatches(org, rule)));
  return active && `the duplicate rule ${active.object}.${active.name}`;
}

function fails(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch (error) {
    if (error instanceof FormulaError || error instanceof DuplicateRuleProblem) return true;
    throw error;
  }
}
