import type { DmlContext } from '../dml/dml-context.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import type { CompiledFormula } from '../formula/compiled-formula.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { Org } from '../org/org.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { compileRule } from './compile-rule.ts';
import { validationRuleStore, type ValidationRule } from './validation-rule-store.ts';

interface ReadyRule {
  readonly rule: ValidationRule;
  readonly condition: CompiledFormula;
}

export interface ToValidate {
  /** As it will be. */
  readonly record: StoredRecord;
  /** As it was; without one it is being created. */
  readonly prior?: StoredRecord;
}

/**
 * The active validation rules of the object: a record for which one of them is true is refused with the administrator's
 * text. All that are true are reported, by name (that order is not verified).
 * Source: Salesforce Help, Validation Rules; public logs of FIELD_CUSTOM_VALIDATION_EXCEPTION for `fields`.
 *
 * @throws SalesforceApiError FIELD_CUSTOM_VALIDATION_EXCEPTION
 */
export function checkValidationRules(
  { org, userId }: DmlContext,
  object: ObjectDefinition,
  { record, prior }: ToValidate,
): void {
  const run = { org, userId, record, prior, isNew: prior === undefined };
  const broken = rulesOf(org, object).filter(({ condition }) => condition.evaluate(run) === true);
  const [first, ...others] = broken.map(({ rule }) => rule);
  if (first)
    throw toError(
      first,
      others.map((rule) => toError(rule)),
    );
}

function toError(
  { message, displayField }: ValidationRule,
  others: readonly SalesforceApiError[] = [],
): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message,
    fields: displayField === null ? [] : [displayField],
    others,
  });
}

const ready = new WeakMap<Org, { readonly version: number; readonly rules: Map<string, readonly ReadyRule[]> }>();

/** Compiled once for each state of the schema. */
function rulesOf(org: Org, object: ObjectDefinition): readonly ReadyRule[] {
  let cached = ready.get(org);
  if (cached?.version !== org.schema.version()) {
    cached = { version: org.schema.version(), rules: new Map() };
    ready.set(org, cached);
  }
  let rules = cached.rules.get(object.name);
  if (!rules) {
    rules = validationRuleStore(org)
      .ofObject(object.name)
      .filter(({ isActive }) => isActive)
      .map((rule) => ({ rule, condition: compileRule(org, org.schema.object(object.name) ?? object, rule) }));
    cached.rules.set(object.name, rules);
  }
  return rules;
}
