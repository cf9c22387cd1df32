import type { StoredRecord, StoredValue } from '../dml/stored-record.ts';
import { toShortId } from '../org/record-id.ts';
import type { Org } from '../org/org.ts';
import type { FieldDefinition, FieldType, ObjectDefinition } from '../schema/object-definition.ts';
import type { CompiledFormula } from './compiled-formula.ts';
import type { FormulaPlace } from './formula-function.ts';
import { storedRow } from './stored-row.ts';
import { FormulaError, unknownField } from './formula-error.ts';
import type { FormulaRun } from './formula-run.ts';
import { dayNumber, type FormulaType, type FormulaValue } from './formula-value.ts';

const TYPES: Readonly<Partial<Record<FieldType, FormulaType>>> = {
  id: 'text',
  string: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  combobox: 'text',
  reference: 'text',
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  picklist: 'picklist',
  multipicklist: 'multipicklist',
};

/** Objects that every formula can look at, as the user who writes. */
const GLOBALS: Readonly<
  Record<string, { readonly object: string; readonly find: (run: FormulaRun) => StoredRecord | undefined }>
> = {
  $USER: { object: 'User', find: userOf },
  $PROFILE: {
    object: 'Profile',
    find: (run) => storedRow(run.org, 'Profile', String(userOf(run)?.['ProfileId'])),
  },
  $ORGANIZATION: { object: 'Organization', find: ({ org }) => storedRow(org, 'Organization', org.id) },
  $RECORDTYPE: {
    object: 'RecordType',
    find: ({ org, record }) =>
      typeof record['RecordTypeId'] === 'string' ? storedRow(org, 'RecordType', record['RecordTypeId']) : undefined,
  },
};

function userOf({ org, userId }: FormulaRun): StoredRecord | undefined {
  return userId === undefined ? undefined : storedRow(org, 'User', userId);
}

type Finder = (run: FormulaRun) => StoredRecord | undefined;

export interface FieldReferenceOptions {
  readonly org: Org;
  readonly object: ObjectDefinition;
  /** Numbers without a value are 0. */
  readonly blankAsZero: boolean;
  /** Of the package that the formula came with: its own fields are found without it. */
  readonly namespace: string | null;
  readonly place: FormulaPlace;
  /** Compiles the formula of a formula field that this one refers to. @throws FormulaError */
  readonly compileOther: (object: ObjectDefinition, field: FieldDefinition) => CompiledFormula;
}

/**
 * A field of the record, of a parent up to ten relationships away, or of `$User`, `$Profile`, `$Organization` and
 * `$RecordType`. Percents are fractions. Source: Salesforce Help, Formula Field Limits and global variables.
 *
 * @throws FormulaError
 */
export function fieldReference(options: FieldReferenceOptions, path: string): CompiledFormula {
  const { org, object, blankAsZero } = options;
  const parts = path.split('.');
  const [first = ''] = parts;
  const global = GLOBALS[first.toUpperCase()];
  if (first.startsWith('$') && (!global || parts.length !== 2)) {
    throw new FormulaError(`the formula field ${path} is not emulated`);
  }
  if (options.place === 'formula field' && ['$USER', '$PROFILE'].includes(first.toUpperCase())) {
    throw new FormulaError(`${first} in a formula field is not emulated`);
  }
  let standing = global ? org.schema.object(global.object) : object;
  let find: Finder = global ? global.find : ({ record }) => record;
  for (const [index, name] of (global ? [] : parts.slice(0, -1)).entries()) {
    const step = standing && climb(options, standing, name, find);
    if (!step && index === 0 && name.toLowerCase() === object.name.toLowerCase()) continue;
    if (!step) throw unknownField(path);
    [standing, find] = [step.object, step.find];
  }
  const field = standing && fieldNamed(options, standing.name, parts.at(-1) ?? '');
  if (!standing || !field) throw unknownField(path);
  const type = TYPES[field.type];
  if (!type) throw new FormulaError(`fields of the type ${field.type} (${path}) in formulas are not emulated`);
  const read = field.formula
    ? readOther(options.compileOther(standing, field), find)
    : (run: FormulaRun): FormulaValue => toFormulaValue(field, find(run)?.[field.name] ?? null, blankAsZero);
  const isOwn = !global && standing === object;
  return { type, evaluate: read, ...(isOwn && { field: { name: field.name, at: read } }) };
}

/** A formula field has the value that its own formula makes of its record. */
function readOther(formula: CompiledFormula, find: Finder): (run: FormulaRun) => FormulaValue {
  return (run) => {
    const record = find(run);
    return record ? formula.evaluate({ ...run, record, prior: undefined }) : null;
  };
}

/** What a package calls `Key__c` is `ns__Key__c` in the org. */
function fieldNamed(
  { org, namespace }: FieldReferenceOptions,
  object: string,
  name: string,
): FieldDefinition | undefined {
  const own = namespace === null ? undefined : org.schema.field(object, `${namespace}__${name}`);
  return own ?? org.schema.field(object, name);
}

interface Step {
  readonly object: ObjectDefinition;
  readonly find: Finder;
}

/** A parent by the relationship's name; of a polymorphic one by `Owner:User`. */
function climb(
  { org, namespace }: FieldReferenceOptions,
  object: ObjectDefinition,
  name: string,
  find: Finder,
): Step | undefined {
  const [relationship = '', target] = name.split(':');
  const wanted = [`${namespace}__${relationship}`, relationship].map((one) => one.toLowerCase());
  const reference = [...object.fields.values()].find(({ relationshipName }) =>
    wanted.includes(relationshipName?.toLowerCase() ?? ''),
  );
  const targets = reference?.referenceTo ?? [];
  const parentName = target ?? (targets.length === 1 ? targets[0] : undefined);
  const parent = parentName !== undefined && targets.includes(parentName) ? org.schema.object(parentName) : undefined;
  if (!reference || !parent) return undefined;
  return {
    object: parent,
    find(run) {
      const id = find(run)?.[reference.name];
      if (typeof id !== 'string' || id.slice(0, 3) !== parent.keyPrefix) return undefined;
      return storedRow(run.org, parent.name, id);
    },
  };
}

/** Ids have 15 characters in formulas; CASESAFEID gives all 18. Source: Salesforce Help, CASESAFEID. */
function toFormulaValue(field: FieldDefinition, value: StoredValue, blankAsZero: boolean): FormulaValue {
  switch (TYPES[field.type]) {
    case 'boolean':
      return value === 1;
    case 'number': {
      if (value === null) return blankAsZero ? 0 : null;
      const number = Number(value);
      return field.type === 'percent' ? Number((number / 100).toPrecision(15)) : number;
    }
    case 'date':
      return value === null ? null : dayNumber(String(value));
    case 'datetime':
      return value === null ? null : Date.parse(String(value));
    default:
      if (typeof value !== 'string') return null;
      return field.type === 'id' || field.type === 'reference' ? toShortId(value) : value;
  }
}
