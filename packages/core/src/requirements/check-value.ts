import type { FieldValue } from '../field-value.ts';
import type { ObjectSummary } from '../metadata/object-summaries.ts';
import { parseRecordId } from '../record-id.ts';
import type { RequirementProblem } from './check-values.ts';
import { nearestName } from './nearest-name.ts';
import type { RequirementField } from './object-requirements.ts';

type Problem = Omit<RequirementProblem, 'path' | 'severity'>;
type Given = Exclude<FieldValue, null>;

export interface ValueContext {
  /** What the controlling field is given; undefined where nothing. */
  readonly controlledBy: unknown;
  readonly recordType: string | undefined;
  readonly objects: readonly ObjectSummary[];
}

const FORMS: Readonly<Record<string, { readonly form: RegExp; readonly example: string }>> = {
  date: { form: /^\d{4}-\d{2}-\d{2}$/, example: '2026-12-31' },
  datetime: {
    form: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:?\d{2})$/,
    example: '2026-12-31T12:00:00Z',
  },
  time: { form: /^\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z?$/, example: '12:00:00.000Z' },
};

/** What is wrong with one value; undefined where nothing is that can be known. Never repeats the value. */
export function checkValue(field: RequirementField, value: Given, context: ValueContext): Problem | undefined {
  const { type } = field;
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : wrongType(field, 'true or false');
  if (type === 'int' || type === 'double' || type === 'currency' || type === 'percent')
    return checkNumber(field, value);
  if (typeof value !== 'string') return wrongType(field, 'text');
  if (value === '') return undefined;
  if (FORMS[type] !== undefined) return checkDate(field, value);
  if (type === 'reference') return checkReference(field, value, context);
  if (field.choices !== undefined) return checkChoice(field, value, context);
  if (field.length === 0 || value.length <= field.length) return undefined;
  return {
    code: 'tooLong',
    message: `${nameOf(field)} holds ${field.length} characters, and ${value.length} were given.`,
    remedy: 'Shorten the text.',
  };
}

function checkNumber(field: RequirementField, value: Given): Problem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(field, 'a number');
  if (field.type === 'int' && !Number.isInteger(value)) return wrongType(field, 'a whole number');
  const { digits } = field;
  if (digits === undefined || Math.abs(value) < 10 ** digits.integer) return undefined;
  return {
    code: 'outOfPrecision',
    message: `${nameOf(field)} holds ${digits.integer} digits before the point.`,
    remedy: 'Give a smaller number.',
  };
}

function checkDate(field: RequirementField, value: string): Problem | undefined {
  const { form, example = '' } = FORMS[field.type] ?? {};
  const day = value.slice(0, 10);
  const isDay = field.type === 'time' || isCalendarDay(day);
  if (form?.test(value) === true && isDay) return undefined;
  return { code: 'wrongDate', message: `${nameOf(field)} has another form.`, remedy: `Write it like ${example}.` };
}

/** 30 February has the form of a date. */
function isCalendarDay(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

function checkReference(field: RequirementField, value: string, { objects }: ValueContext): Problem | undefined {
  const id = parseRecordId(value);
  if (id === undefined) {
    const remedy = 'Use the 15 or 18 characters that Salesforce gives, in their case.';
    return { code: 'invalidId', message: `${nameOf(field)} is given no record id.`, remedy };
  }
  const expected = objects.filter(({ name, keyPrefix }) => keyPrefix !== null && field.referenceTo.includes(name));
  if (expected.length < field.referenceTo.length || expected.some(({ keyPrefix }) => id.startsWith(keyPrefix ?? ''))) {
    return undefined;
  }
  const other = objects.find(({ keyPrefix }) => keyPrefix !== null && id.startsWith(keyPrefix));
  return {
    code: 'otherObject',
    message: `${nameOf(field)} is given the id of ${other === undefined ? 'another object' : `a record of ${other.name}`}.`,
    remedy: `Give the id of a record of ${field.referenceTo.join(' or ')}.`,
  };
}

function checkChoice(field: RequirementField, value: string, context: ValueContext): Problem | undefined {
  const { choices = [], restricted, controller } = field;
  const parts = field.type === 'multipicklist' ? value.split(';') : [value];
  const strange = parts.find((part) => !choices.some((choice) => choice.value === part));
  if (strange !== undefined) {
    if (!restricted) return undefined;
    const values = choices.map((choice) => choice.value);
    const near = nearestName(strange, values);
    const where = context.recordType === undefined ? '' : ` for ${context.recordType}`;
    return {
      code: 'notOffered',
      message: `${nameOf(field)} does not offer this value${where}.`,
      remedy: near === undefined ? `Use one of: ${values.slice(0, 30).join(', ')}.` : `Did you mean ${near}?`,
    };
  }
  if (controller === undefined || !restricted) return undefined;
  const { controlledBy } = context;
  const controlling = typeof controlledBy === 'boolean' ? String(controlledBy) : controlledBy;
  const fits = parts.every((part) => {
    const { validFor = [] } = choices.find((choice) => choice.value === part) ?? {};
    return typeof controlling === 'string' && validFor.includes(controlling);
  });
  if (fits) return undefined;
  const possible = choices.filter(
    ({ validFor = [] }) => typeof controlling === 'string' && validFor.includes(controlling),
  );
  return {
    code: 'notForController',
    message: `${nameOf(field)} does not offer this value together with what ${controller} is given.`,
    remedy:
      possible.length === 0
        ? `Give ${controller} a value that it goes with.`
        : `Use one of: ${possible.map((choice) => choice.value).join(', ')}.`,
  };
}

function wrongType(field: RequirementField, wanted: string): Problem {
  return { code: 'wrongType', message: `${nameOf(field)} takes ${wanted}.`, remedy: `Give ${wanted}.` };
}

function nameOf({ label, name }: RequirementField): string {
  return label === name ? name : `${label} (${name})`;
}
