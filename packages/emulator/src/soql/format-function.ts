import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import type { Name } from './grammar/syntax-tree.ts';
import type { QueryRun } from './query-run.ts';
import type { ReadValue } from './select-columns.ts';

const FORMATTED = new Set(['date', 'datetime', 'currency']);

/**
 * What `FORMAT()` prints for a user in the United States: `4/10/2025, 3:31 PM`, `$44,000.00`. How other locales look is
 * not known well enough. Source: SOQL and SOSL Reference, FORMAT(); the date alone is not verified.
 */
export function readFormatted(field: FieldDefinition, read: ReadValue, written: Name): ReadValue {
  if (!FORMATTED.has(field.type)) throw new NotEmulatedError(`SOQL ${written.text} of a field of type ${field.type}`);
  return (row, run) => {
    const value = read(row, run);
    if (value === null) return null;
    const { locale } = run.calendar();
    if (locale !== 'en_US') throw new NotEmulatedError(`SOQL ${written.text} for the locale ${locale}`);
    return format(field, value as string | number, run);
  };
}

function format(field: FieldDefinition, value: string | number, run: QueryRun): string {
  if (typeof value === 'number') {
    return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(value);
  }
  if (field.type === 'date') {
    return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
  }
  const { timeZone } = run.calendar();
  const instant = new Date(value.replace(/\+0000$/, 'Z'));
  const time = new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' }).format(instant);
  return `${new Intl.DateTimeFormat('en-US', { timeZone }).format(instant)}, ${time.replace(/\u202f/g, ' ')}`;
}
