import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { addDays, startOfMonth, startOfQuarter, startOfWeek, startOfYear } from './calendar-day.ts';
import type { CalendarDay } from './calendar-day.ts';

/** The days a date literal stands for: from `start` up to, but without, `end`. */
export interface DayRange {
  readonly start: CalendarDay;
  readonly end: CalendarDay;
}

type StartOf = (day: CalendarDay, count?: number) => CalendarDay;

/**
 * The range of a date literal such as TODAY, LAST_MONTH or LAST_N_DAYS:30. The org's fiscal year is the calendar year,
 * as in an org nobody has changed it in. Source: SOQL and SOSL Reference, Date Formats and Date Literals.
 *
 * @param firstDayOfWeek 1 Monday … 7 Sunday
 */
export function dateLiteralRange(literal: string, today: CalendarDay, firstDayOfWeek: number): DayRange {
  const [name = '', number] = literal.toUpperCase().split(':');
  const n = Number(number ?? 0);
  const units: Readonly<Record<string, StartOf>> = {
    WEEK: (day, count) => startOfWeek(day, firstDayOfWeek, count),
    MONTH: startOfMonth,
    QUARTER: startOfQuarter,
    YEAR: startOfYear,
    FISCAL_QUARTER: startOfQuarter,
    FISCAL_YEAR: startOfYear,
  };

  const day = dayRange(name, n);
  if (day) return { start: addDays(today, day[0]), end: addDays(today, day[1]) };

  for (const [unit, startOf] of Object.entries(units)) {
    const range = unitRange(name, unit, n);
    if (range) return { start: startOf(today, range[0]), end: startOf(today, range[1]) };
  }
  throw new NotEmulatedError(`SOQL date literal ${literal}`);
}

/** First day and the day after the last, counted from today. */
function dayRange(name: string, n: number): readonly [number, number] | undefined {
  switch (name) {
    case 'TODAY':
      return [0, 1];
    case 'YESTERDAY':
      return [-1, 0];
    case 'TOMORROW':
      return [1, 2];
    case 'LAST_90_DAYS':
      return [-90, 1];
    case 'NEXT_90_DAYS':
      return [1, 91];
    case 'LAST_N_DAYS':
      return [-n, 1];
    case 'NEXT_N_DAYS':
      return [1, 1 + n];
    case 'N_DAYS_AGO':
      return [-n, -n + 1];
    default:
      return undefined;
  }
}

/** First unit and the unit after the last, counted from the one that today is in. */
function unitRange(name: string, unit: string, n: number): readonly [number, number] | undefined {
  switch (name) {
    case `THIS_${unit}`:
      return [0, 1];
    case `LAST_${unit}`:
      return [-1, 0];
    case `NEXT_${unit}`:
      return [1, 2];
    case `LAST_N_${unit}S`:
      return [-n, 0];
    case `NEXT_N_${unit}S`:
      return [1, 1 + n];
    case `N_${unit}S_AGO`:
      return [-n, -n + 1];
    default:
      return undefined;
  }
}
