import { isReference, type WriteFields } from '../field-value.ts';
import { fieldOf, type ObjectDescribe } from '../metadata/object-describe.ts';
import type { ObjectSummary } from '../metadata/object-summaries.ts';
import { checkValue } from './check-value.ts';
import { nearestName } from './nearest-name.ts';
import type { ObjectRequirements, RequirementField } from './object-requirements.ts';

/** What is wrong with a value, or that it is missing. */
export type RequirementProblemCode =
  | 'missing'
  | 'missingOnLayout'
  | 'unknownField'
  | 'readOnly'
  | 'wrongType'
  | 'wrongDate'
  | 'tooLong'
  | 'outOfPrecision'
  | 'notOffered'
  | 'notForController'
  | 'invalidId'
  | 'otherObject';

export interface RequirementProblem {
  /** Where in the input, e.g. `fields.CloseDate`. */
  readonly path: string;
  readonly code: RequirementProblemCode;
  readonly message: string;
  readonly remedy: string;
  /** Of `missingOnLayout`: the API takes the record all the same. */
  readonly severity: 'error' | 'warning';
}

/** Everything that is wrong with the values of a create, in the order given, then what is missing. Asks nobody. */
export function checkValues(
  fields: WriteFields,
  {
    requirements,
    described,
    objects,
  }: {
    readonly requirements: ObjectRequirements;
    readonly described: ObjectDescribe;
    readonly objects: readonly ObjectSummary[];
  },
): RequirementProblem[] {
  const settable = new Map(requirements.fields.map((field) => [field.name.toLowerCase(), field]));
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const byName = new Map(given.map(([name, value]) => [name.toLowerCase(), value]));
  const problems: RequirementProblem[] = [];
  const report = (field: string, problem: Omit<RequirementProblem, 'path' | 'severity'>): void => {
    problems.push({ path: `fields.${field}`, severity: 'error', ...problem });
  };
  for (const [name, value] of given) {
    const field = settable.get(name.toLowerCase());
    if (field === undefined) {
      if (name !== 'RecordTypeId') report(name, notSettable(name, described));
    } else if (isReference(value)) {
      if (field.type !== 'reference') {
        const remedy = 'Give a value; only references take the id of another record of the write.';
        report(name, { code: 'wrongType', message: `${field.label} (${field.name}) is no reference.`, remedy });
      }
    } else if (value !== undefined && value !== null) {
      const problem = checkValue(field, value, {
        controlledBy: field.controller === undefined ? undefined : byName.get(field.controller.toLowerCase()),
        recordType: requirements.recordType?.name,
        objects,
      });
      if (problem !== undefined) report(name, problem);
    }
  }
  for (const field of requirements.fields) {
    if (field.requiredBy === 'none' || isFilled(byName.get(field.name.toLowerCase()))) continue;
    problems.push(missing(field));
  }
  return problems;
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function missing({ name, label, requiredBy }: RequirementField): RequirementProblem {
  const path = `fields.${name}`;
  const remedy = `Fill in ${label} (${name}).`;
  return requiredBy === 'record'
    ? { path, code: 'missing', severity: 'error', message: `No record is saved without ${name}.`, remedy }
    : {
        path,
        code: 'missingOnLayout',
        severity: 'warning',
        message: `The page requires ${name}; the API does not.`,
        remedy,
      };
}

function notSettable(name: string, described: ObjectDescribe): Omit<RequirementProblem, 'path' | 'severity'> {
  const field = fieldOf(described, name);
  if (field !== undefined) {
    const why = field.calculated || field.autoNumber ? 'Salesforce computes it' : 'this user may only read it';
    return {
      code: 'readOnly',
      message: `${field.label} (${field.name}) cannot be set: ${why}.`,
      remedy: `Leave ${field.name} out, or ask the Salesforce administrator for edit access to it.`,
    };
  }
  const near = nearestName(
    name,
    described.fields.map((one) => one.name),
  );
  return {
    code: 'unknownField',
    message: `${described.name} has no field ${name}, or it is hidden from this user.`,
    remedy:
      near === undefined
        ? 'Check the API name, or ask the Salesforce administrator for access.'
        : `Did you mean ${near}?`,
  };
}
