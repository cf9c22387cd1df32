import type { DatabaseSync } from 'node:sqlite';
import type { StoredValue } from '../dml/stored-record.ts';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { Org } from '../org/org.ts';
import { FORMULA_FUNCTION } from '../schema/formula-function-name.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import { compileFormula } from './compile-formula.ts';
import type { CompiledFormula } from './compiled-formula.ts';
import { FormulaError } from './formula-error.ts';
import { dateOfDay, type FormulaValue } from './formula-value.ts';
import { storedRow } from './stored-row.ts';

/** Formula fields are columns that SQLite computes whenever they are read, in answers and in queries alike. */
export interface FormulaColumns {
  /** From now on formula fields have values. */
  attach(org: Org): void;
}

/** Must be there before anything reads a table that has formula fields. */
export function createFormulaColumns(database: DatabaseSync): FormulaColumns {
  let org: Org | undefined;
  let compiled: { readonly version: number; readonly formulas: Map<string, CompiledFormula> } | undefined;

  function formulaOf(within: Org, object: string, field: FieldDefinition): CompiledFormula {
    if (compiled?.version !== within.schema.version()) {
      compiled = { version: within.schema.version(), formulas: new Map() };
    }
    const key = `${object}.${field.name}`;
    const known = compiled.formulas.get(key) ?? compileField(within, object, field);
    compiled.formulas.set(key, known);
    return known;
  }

  database.function(FORMULA_FUNCTION, { deterministic: true }, (object, name, id) => {
    const field = org?.schema.field(String(object), String(name));
    const record = org && storedRow(org, String(object), String(id));
    if (!org || !field || !record) return null;
    try {
      const value = formulaOf(org, String(object), field).evaluate({
        org,
        userId: undefined,
        record,
        prior: undefined,
        isNew: false,
      });
      return toStored(field, value);
    } catch (error) {
      // What cannot be computed, as a division by zero, is `#Error!` on a page and nothing in the API (not verified).
      if (error instanceof NotEmulatedError || error instanceof FormulaError) return null;
      throw error;
    }
  });
  return { attach: (attached) => (org = attached) };
}

/** @throws FormulaError */
export function compileField(org: Org, objectName: string, { formula }: FieldDefinition): CompiledFormula {
  const object = org.schema.object(objectName);
  if (!object || !formula) throw new Error(`There is no formula field of ${objectName} to compile.`);
  const { text, blankAsZero, namespace } = formula;
  return compileFormula(text, { org, object, blankAsZero, namespace, place: 'formula field' });
}

function toStored(field: FieldDefinition, value: FormulaValue): StoredValue {
  if (field.type === 'boolean') return Number(value === true);
  if (value === null || value === '') return null;
  if (field.type === 'date') return dateOfDay(Number(value));
  if (field.type === 'datetime') return new Date(Number(value)).toISOString();
  if (typeof value !== 'number') return String(value);
  const { scale = 0 } = field;
  const shown = field.type === 'percent' ? Number((value * 100).toPrecision(15)) : value;
  return Math.sign(shown) * Number(`${Math.round(Number(`${Math.abs(shown)}e${scale}`))}e-${scale}`);
}
