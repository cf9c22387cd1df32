import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { dayOf } from '../../soql/calendar-day.ts';
import type { CompiledFormula } from '../compiled-formula.ts';
import { checkCount, expectType, simple, strict, type FormulaFunction } from '../formula-function.ts';
import type { FormulaRun } from '../formula-run.ts';
import type { Org } from '../../org/org.ts';
import { dayNumber, MILLISECONDS_A_DAY } from '../formula-value.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

const utc = (day: number): Date => new Date(day * MILLISECONDS_A_DAY);

/** The day of an instant in the user's time zone. */
function localDay(instant: Date, { org, userId }: FormulaRun): number {
  const timeZone = userId === undefined ? everyonesTimeZone(org) : org.users.findById(userId)?.timeZone;
  return dayOf(instant, timeZone ?? 'GMT') / MILLISECONDS_A_DAY;
}

/** A formula field does not know here who asks: it has a day only where that is the same for everybody. */
function everyonesTimeZone(org: Org): string {
  const zones = org.statements.prepare('SELECT DISTINCT "TimeZoneSidKey" AS zone FROM "User"').all();
  if (zones.length !== 1) throw new NotEmulatedError('the day in a formula field, for users of several time zones');
  return String(zones[0]?.['zone']);
}

/** The last day of a shorter month, and of a month whose last day was given. */
function addMonths(day: number, months: number): number {
  const date = utc(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const lastDay = (offset: number): number => utcDate(year, month + offset + 1, 0).getUTCDate();
  const isLast = date.getUTCDate() === lastDay(0);
  const target = isLast ? lastDay(months) : Math.min(date.getUTCDate(), lastDay(months));
  return utcDate(year, month + months, target).getTime() / MILLISECONDS_A_DAY;
}

function utcDate(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month, day));
}

/** Source: Salesforce Help, Formula Operators and Functions. */
export const dateFunctions: Readonly<Record<string, FormulaFunction>> = {
  ADDMONTHS: (parameters, name, place) => {
    const [first] = parameters;
    if (first?.type === 'datetime') {
      return strict(['datetime', 'number'], 'datetime', ([time, months]) => {
        const day = Math.floor(time / MILLISECONDS_A_DAY);
        return addMonths(day, Math.trunc(months)) * MILLISECONDS_A_DAY + (time - day * MILLISECONDS_A_DAY);
      })(parameters, name, place);
    }
    return strict(['date', 'number'], 'date', ([day, months]) => addMonths(day, Math.trunc(months)))(
      parameters,
      name,
      place,
    );
  },
  DATE: strict(['number', 'number', 'number'], 'date', ([year, month, day]) => {
    const date = utcDate(year, month - 1, day);
    if (date.getUTCMonth() !== month - 1 || date.getUTCFullYear() !== year) {
      throw new NotEmulatedError(`a formula that computes DATE(${year}, ${month}, ${day})`);
    }
    return date.getTime() / MILLISECONDS_A_DAY;
  }),
  DATEVALUE: (parameters, name) => {
    checkCount(name, parameters, 1, 1);
    const [parameter] = parameters as [CompiledFormula];
    expectType(name, parameter, 'date', 'datetime', 'text');
    return {
      type: 'date',
      evaluate(run) {
        const value = parameter.evaluate(run);
        if (value === null || value === '') return null;
        if (typeof value === 'number') return parameter.type === 'date' ? value : localDay(new Date(value), run);
        const day = DATE.test(String(value)) ? dayNumber(String(value)) : Number.NaN;
        if (Number.isNaN(day)) throw new NotEmulatedError(`a formula that computes DATEVALUE("${String(value)}")`);
        return day;
      },
    };
  },
  DATETIMEVALUE: (parameters, name) => {
    checkCount(name, parameters, 1, 1);
    const [parameter] = parameters as [CompiledFormula];
    expectType(name, parameter, 'date', 'datetime', 'text');
    return {
      type: 'datetime',
      evaluate(run) {
        const value = parameter.evaluate(run);
        if (value === null || value === '') return null;
        if (typeof value === 'number') return parameter.type === 'date' ? value * MILLISECONDS_A_DAY : value;
        const time = DATE_TIME.test(String(value)) ? Date.parse(`${String(value).replace(' ', 'T')}Z`) : Number.NaN;
        if (Number.isNaN(time)) throw new NotEmulatedError(`a formula that computes DATETIMEVALUE("${String(value)}")`);
        return time;
      },
    };
  },
  DAY: strict(['date'], 'number', ([day]) => utc(day).getUTCDate()),
  MONTH: strict(['date'], 'number', ([day]) => utc(day).getUTCMonth() + 1),
  NOW: simple([], 'datetime', (_, { org }) => Math.floor(org.clock().getTime() / 1000) * 1000),
  TODAY: simple([], 'date', (_, run) => localDay(run.org.clock(), run)),
  WEEKDAY: strict(['date'], 'number', ([day]) => utc(day).getUTCDay() + 1),
  YEAR: strict(['date'], 'number', ([day]) => utc(day).getUTCFullYear()),
};
