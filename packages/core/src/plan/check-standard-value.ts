import { RecordInvalidError } from '../errors/api-errors.ts';
import type { FieldValue } from '../field-value.ts';
import { type StandardField, standardField } from '../fields/standard-fields.ts';
import { parseRecordId } from '../record-id.ts';

/**
 * Refuses what a standard field of Account, Contact and Opportunity takes in no org, before a request is spent on it.
 * What depends on the org (picklists, custom fields) is for `requirements.check` and for the org itself.
 */
export function checkStandardValue(
  value: FieldValue,
  { object, field, path }: { object: string; field: string; path: string },
): void {
  const known = standardField(object, field);
  if (known === undefined || value === null || value === '') return;
  const problem = problemOf(value, known);
  if (problem === undefined) return;
  throw invalidValue(problem, { object, field, path });
}

interface ValueProblem {
  /** As Salesforce would name it. */
  readonly errorCode: string;
  readonly what: string;
  readonly remedy: string;
}

/** The id of a record of another object, refused where it is given. */
export function checkIdPrefix(id: string, at: { object: string; field: string; path: string; prefix: string }): void {
  if (!id.startsWith(at.prefix)) throw invalidValue(wrongObject([at.prefix]), at);
}

function invalidValue(
  { errorCode, what, remedy }: ValueProblem,
  { object, field, path }: { object: string; field: string; path: string },
): RecordInvalidError {
  return new RecordInvalidError({
    message: `Cannot write ${path}: ${what}. Nothing was sent. ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    errorCode,
    object,
    fields: [field],
    path,
  });
}

function problemOf(value: string | number | boolean, field: StandardField): ValueProblem | undefined {
  switch (field.type) {
    case 'text':
      return textProblem(value, field.length);
    case 'number':
      return numberProblem(value, field);
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? undefined
        : {
            errorCode: 'JSON_PARSER_ERROR',
            what: 'the value is not a date of the calendar',
            remedy: 'Write it as YYYY-MM-DD, e.g. 2026-12-31.',
          };
    case 'dateTime':
      return typeof value === 'string' && isMoment(value)
        ? undefined
        : {
            errorCode: 'JSON_PARSER_ERROR',
            what: 'the value is not a date and time with its zone',
            remedy: 'Write it as ISO 8601, e.g. 2026-12-31T09:30:00Z.',
          };
    case 'id':
      return idProblem(value, field.prefixes);
    default:
      return undefined;
  }
}

/** Salesforce trims a text before it measures it. */
function textProblem(value: string | number | boolean, length: number): ValueProblem | undefined {
  const given = typeof value === 'string' ? Array.from(value.trim()).length : 0;
  if (given <= length) return undefined;
  return {
    errorCode: 'STRING_TOO_LONG',
    what: `the text has ${given} characters, and the field holds ${length}`,
    remedy: `Shorten it to ${length} characters.`,
  };
}

function numberProblem(
  value: string | number | boolean,
  { integerDigits, smallest, largest }: Extract<StandardField, { type: 'number' }>,
): ValueProblem | undefined {
  // Salesforce reads a number in a text too; what is none it refuses in its own words.
  const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof given !== 'number' || Number.isNaN(given)) return undefined;
  const remedy = 'Check the number and its unit.';
  const errorCode = 'NUMBER_OUTSIDE_VALID_RANGE';
  if (Math.abs(given) >= 10 ** integerDigits) {
    return { errorCode, what: `the field holds ${integerDigits} digits before the decimal point`, remedy };
  }
  if (smallest !== undefined && given < smallest) return { errorCode, what: `it must be at least ${smallest}`, remedy };
  if (largest !== undefined && given > largest) return { errorCode, what: `it must be at most ${largest}`, remedy };
  return undefined;
}

function idProblem(value: string | number | boolean, prefixes: readonly string[]): ValueProblem | undefined {
  const parsed = typeof value === 'string' ? parseRecordId(value) : undefined;
  if (parsed === undefined) {
    return {
      errorCode: 'MALFORMED_ID',
      what: 'it is not a record id: the length or the check characters are wrong',
      remedy: 'Use the 15 or 18 characters that Salesforce gives, in their case.',
    };
  }
  return prefixes.includes(parsed.slice(0, 3)) ? undefined : wrongObject(prefixes);
}

function wrongObject(prefixes: readonly string[]): ValueProblem {
  return {
    errorCode: 'MALFORMED_ID',
    what: `the id is one of another object: those that it takes begin with ${prefixes.join(' or ')}`,
    remedy: 'Name a record of the right object.',
  };
}

/** `Date` would carry the 31st of a shorter month over into the next one. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isMoment(text: string): boolean {
  const [day = '', rest] = text.split('T');
  if (rest === undefined) return false;
  return isDay(day) && /^\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(rest);
}
