import { compileField } from '../formula/formula-columns.ts';
import { FormulaError } from '../formula/formula-error.ts';
import { TYPE_NAMES, type FormulaType } from '../formula/formula-value.ts';
import type { FieldDefinition, FieldType } from '../schema/object-definition.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { DeployContext } from './metadata-type.ts';

const RESULTS: Readonly<Partial<Record<FieldType, FormulaType>>> = {
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  string: 'text',
};

/**
 * Checks the formula fields of a deployment once the last of its fields is there, since they may refer to each other.
 *
 * @throws MetadataError naming what in a formula is wrong or not emulated
 */
export function checkFormulas({ org, naming, components }: DeployContext, saved: MetadataComponent): void {
  const fields = components.filter(({ type }) => type === 'CustomField');
  if (fields.at(-1) !== saved) return;
  for (const { file, object, name } of fields.filter(isFormula)) {
    const objectName = naming.object(object);
    const field = org.schema.field(objectName, naming.field(object, name));
    if (!field?.formula) continue;
    const problem = problemOf(() => compileField(org, objectName, field).type, field);
    if (problem !== undefined) throw new MetadataError({ file, problem: `its formula: ${problem}` });
  }
}

function isFormula({ xml }: MetadataComponent): boolean {
  return xml.includes('<formula>');
}

function problemOf(compile: () => FormulaType, { type }: FieldDefinition): string | undefined {
  try {
    const result = compile();
    const expected = RESULTS[type] ?? 'number';
    if (result === expected || result === 'null') return undefined;
    return `Formula result is data type (${TYPE_NAMES[result]}), incompatible with expected data type (${TYPE_NAMES[expected]}).`;
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}
