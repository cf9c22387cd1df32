import { describe, expect, it } from 'vitest';
import { dateText, dayOf, midnightIn } from './calendar-day.ts';
import { dateLiteralRange } from './date-literals.ts';

const SUNDAY = 7;
const MONDAY = 1;
const WEDNESDAY = Date.UTC(2026, 5, 17);

function range(literal: string, today = WEDNESDAY, firstDayOfWeek = SUNDAY): string[] {
  const { start, end } = dateLiteralRange(literal, today, firstDayOfWeek);
  return [dateText(start), dateText(end)];
}

describe('dateLiteralRange', () => {
  it.each([
    ['TODAY', '2026-06-17', '2026-06-18'],
    ['YESTERDAY', '2026-06-16', '2026-06-17'],
    ['TOMORROW', '2026-06-18', '2026-06-19'],
    ['LAST_90_DAYS', '2026-03-19', '2026-06-18'],
    ['NEXT_90_DAYS', '2026-06-18', '2026-09-16'],
    ['LAST_N_DAYS:1', '2026-06-16', '2026-06-18'],
    ['NEXT_N_DAYS:1', '2026-06-18', '2026-06-19'],
    ['N_DAYS_AGO:1', '2026-06-16', '2026-06-17'],
    ['THIS_WEEK', '2026-06-14', '2026-06-21'],
    ['LAST_N_WEEKS:2', '2026-05-31', '2026-06-14'],
    ['N_WEEKS_AGO:2', '2026-05-31', '2026-06-07'],
    ['LAST_MONTH', '2026-05-01', '2026-06-01'],
    ['NEXT_N_MONTHS:2', '2026-07-01', '2026-09-01'],
    ['THIS_QUARTER', '2026-04-01', '2026-07-01'],
    ['LAST_QUARTER', '2026-01-01', '2026-04-01'],
    ['N_QUARTERS_AGO:2', '2025-10-01', '2026-01-01'],
    ['NEXT_YEAR', '2027-01-01', '2028-01-01'],
    ['LAST_N_YEARS:2', '2024-01-01', '2026-01-01'],
    ['THIS_FISCAL_QUARTER', '2026-04-01', '2026-07-01'],
    ['LAST_N_FISCAL_YEARS:1', '2025-01-01', '2026-01-01'],
  ])('%s is %s up to %s', (literal, start, end) => {
    expect(range(literal)).toEqual([start, end]);
  });

  it('begins weeks where the user does', () => {
    const sunday = Date.UTC(2026, 5, 14);

    expect(range('THIS_WEEK', sunday, SUNDAY)).toEqual(['2026-06-14', '2026-06-21']);
    expect(range('THIS_WEEK', sunday, MONDAY)).toEqual(['2026-06-08', '2026-06-15']);
  });

  it('crosses the end of a year', () => {
    expect(range('NEXT_MONTH', Date.UTC(2026, 11, 31))).toEqual(['2027-01-01', '2027-02-01']);
    expect(range('LAST_QUARTER', Date.UTC(2026, 0, 1))).toEqual(['2025-10-01', '2026-01-01']);
  });

  it('refuses a literal it does not know', () => {
    expect(() => range('LAST_FORTNIGHT')).toThrow('NOT_EMULATED');
  });
});

describe('days in a time zone', () => {
  it('falls on the day the user has', () => {
    expect(dateText(dayOf(new Date('2026-06-17T05:00:00Z'), 'America/Los_Angeles'))).toBe('2026-06-16');
    expect(dateText(dayOf(new Date('2026-06-17T05:00:00Z'), 'Asia/Kolkata'))).toBe('2026-06-17');
  });

  it('begins at midnight there, on either side of a clock change', () => {
    expect(midnightIn(Date.UTC(2026, 2, 8), 'America/Los_Angeles')).toBe('2026-03-08T08:00:00.000Z');
    expect(midnightIn(Date.UTC(2026, 2, 9), 'America/Los_Angeles')).toBe('2026-03-09T07:00:00.000Z');
    expect(midnightIn(Date.UTC(2026, 9, 25), 'Europe/Brussels')).toBe('2026-10-24T22:00:00.000Z');
    expect(midnightIn(Date.UTC(2026, 9, 26), 'Europe/Brussels')).toBe('2026-10-25T23:00:00.000Z');
    expect(midnightIn(Date.UTC(2026, 5, 17), 'Asia/Kolkata')).toBe('2026-06-16T18:30:00.000Z');
  });
});
