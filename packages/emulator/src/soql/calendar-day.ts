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
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1);
}

/** `YYYY-MM-DD` */
export function dateText(day: CalendarDay): string {
  return new Date(day).toISOString().slice(0, 10);
}

/** The instant at which a day begins in a time zone, as ISO text in UTC. */
export function midnightIn(day: CalendarDay, timeZone: string): string {
  let guess = day - offsetAt(day, timeZone);
  guess = day - offsetAt(guess, timeZone);
  return new Date(guess).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
