import type { CompiledFormula } from './compiled-formula.ts';
import { FormulaError, picklistMisused } from './formula-error.ts';
import { fieldReference, type FieldReferenceOptions } from './field-reference.ts';
import type { FormulaNode } from './formula-node.ts';
import { formulaFunction } from './functions/index.ts';
import { parseFormula } from './parse-formula.ts';

export type CompileFormulaOptions = Omit<FieldReferenceOptions, 'compileOther'>;

/** Functions that a picklist may be given to. Source: Salesforce Help, Tips for Working with Picklists in Formulas. */
const TAKES_PICKLIST = new Set([
  'CASE',
  'INCLUDES',
  'ISBLANK',
  'ISCHANGED',
  'ISNULL',
  'ISPICKVAL',
  'PRIORVALUE',
  'TEXT',
]);

/**
 * Checks a formula as a whole (its functions, fields and types) and makes it ready to run.
 *
 * @throws FormulaError
 */
export function compileFormula(formula: string, options: CompileFormulaOptions): CompiledFormula {
  return compileWithin(formula, options, []);
}

/** @param within the formula fields that are being compiled, one for the sake of the other */
function compileWithin(formula: string, options: CompileFormulaOptions, within: readonly string[]): CompiledFormula {
  return compile(parseFormula(formula), {
    ...options,
    compileOther(object, field) {
      const key = `${object.name}.${field.name}`;
      if (within.includes(key) || !field.formula) throw new FormulaError(`Field ${field.name} refers to itself.`);
      const { text, blankAsZero, namespace } = field.formula;
      const { org } = options;
      return compileWithin(text, { org, object, blankAsZero, namespace, place: 'formula field' }, [...within, key]);
    },
  });
}

function compile(node: FormulaNode, options: FieldReferenceOptions): CompiledFormula {
  if (node.kind === 'field') return fieldReference(options, node.path);
  if (node.kind !== 'call') return literal(node);
  const build = formulaFunction(node.name);
  const parameters = node.parameters.map((parameter) => compile(parameter, options));
  if (!TAKES_PICKLIST.has(node.name)) refusePicklists(node.parameters, parameters);
  return build(parameters, node.name, options.place);
}

function literal(node: Exclude<FormulaNode, { readonly kind: 'field' | 'call' }>): CompiledFormula {
  if (node.kind === 'null') return { type: 'null', evaluate: () => null };
  const { kind, value } = node;
  return { type: kind, ...(typeof value === 'string' && { literal: value }), evaluate: () => value };
}

function refusePicklists(written: readonly FormulaNode[], parameters: readonly CompiledFormula[]): void {
  for (const [index, { type }] of parameters.entries()) {
    const node = written[index];
    if (type === 'picklist' || type === 'multipicklist') throw picklistMisused(node?.kind === 'field' ? node.path : '');
  }
}
