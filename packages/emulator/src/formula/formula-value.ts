/**
 * What a formula computes with. A date is its number of days since 1970, a date-time its milliseconds; a picklist is the
 * text of its value, and may only stand where Salesforce lets it.
 */
export type FormulaType = 'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'picklist' | 'multipicklist' | 'null';

export type FormulaValue = number | string | boolean | null;

/** As Salesforce's texts name a type. */
export const TYPE_NAMES: Readonly<Record<FormulaType, string>> = {
  number: 'Number',
  text: 'Text',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  picklist: 'Picklist',
  multipicklist: 'Multi-Select Picklist',
  null: 'Null',
};

export const MILLISECONDS_A_DAY = 86_400_000;

/** Decimals as Salesforce has them: 0.1 + 0.2 is 0.3. */
export function exact(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : value;
}

export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

export function dateOfDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
