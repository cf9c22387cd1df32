import { FormulaError } from '../formula/formula-error.ts';
import type { Org } from '../org/org.ts';
import { compileRule } from '../rules/compile-rule.ts';
import { validationRuleStore } from '../rules/validation-rule-store.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { DeployContext } from './metadata-type.ts';
import type { ValidationRuleXml } from './read-validation-rule.ts';

/**
 * Takes a rule whose formula can be computed here; another one is refused, even when it is inactive, naming what in it is
 * wrong or not emulated.
 *
 * @returns `Object.Rule`
 */
export function saveValidationRule(
  { org, naming }: DeployContext,
  component: MetadataComponent,
  xml: ValidationRuleXml,
): string {
  const { file, name } = component;
  const object = org.schema.object(naming.object(component.object));
  if (!object) throw new MetadataError({ file, problem: `this org has no object ${component.object}` });
  const { namespace } = naming;
  const formula = xml.errorConditionFormula;
  try {
    compileRule(org, object, { formula, namespace });
  } catch (cause) {
    if (!(cause instanceof FormulaError)) throw cause;
    throw new MetadataError({ file, problem: `its formula: ${cause.message}`, cause });
  }
  const displayField =
    xml.errorDisplayField === undefined
      ? null
      : displayFieldOf(org, component, object.name, naming.field(component.object, xml.errorDisplayField));
  const fullName = namespace === null ? name : `${namespace}__${name}`;
  validationRuleStore(org).save({
    object: object.name,
    name: fullName,
    isActive: xml.active,
    formula,
    message: xml.errorMessage,
    displayField,
    namespace,
  });
  return `${object.name}.${fullName}`;
}

function displayFieldOf(org: Org, { file }: MetadataComponent, object: string, name: string): string {
  const field = org.schema.field(object, name);
  if (!field) throw new MetadataError({ file, problem: `${object} has no field ${name} to show the error beside` });
  return field.name;
}
