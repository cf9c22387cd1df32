/** A day of the calendar without a clock: milliseconds of its midnight as if it were UTC. */
export type CalendarDay = number;

const DAY = 86_400_000;

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return day + days * DAY;
}

export function startOfMonth(day: CalendarDay, months = 0): CalendarDay {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

export function startOfQuarter(day: CalendarDay, quarters = 0): CalendarDay {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3 + quarters * 3, 1);
}

export function startOfYear(day: CalendarDay, years = 0): CalendarDay {
  return Date.UTC(new Date(day).getUTCFullYear() + years, 0, 1);
}

/** @param firstDay 1 Monday … 7 Sunday */
export function startOfWeek(day: CalendarDay, firstDay: number, weeks = 0): CalendarDay {
  const weekday = new Date(day).getUTCDay() || 7;
  return addDays(day, -((weekday - firstDay + 7) % 7) + weeks * 7);
}

/** The day that `instant` falls on in a time zone. */
export function dayOf(instant: Date, timeZone: string): CalendarDay {
  const { year = 0, month = 1, day = 1 } = localParts(instant, timeZone);
  return Date.UTC(year, month - 1, day);
}

/** `YYYY-MM-DD` */
export function dateText(day: CalendarDay): string {
  return new Date(day).toISOString().slice(0, 10);
}

/** The wall clock in a time zone, as ISO text without a zone. */
export function localTimeText(instant: Date, timeZone: string): string {
  return new Date(localClock(instant, timeZone)).toISOString().slice(0, -1);
}

/** The instant at which a day begins in a time zone, as ISO text in UTC. */
export function midnightIn(day: CalendarDay, timeZone: string): string {
  let guess = day - offsetAt(day, timeZone);
  guess = day - offsetAt(guess, timeZone);
  return new Date(guess).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  return localClock(new Date(instant), timeZone) - Math.floor(instant / 1000) * 1000;
}

function localClock(instant: Date, timeZone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = localParts(instant, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(instant: Date, timeZone: string): Record<string, number> {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
}
