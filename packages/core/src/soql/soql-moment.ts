const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(Z|[+-]\d{2}:?\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

/** `YYYY-MM-DD` of the calendar. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  if (year === '') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

/** ISO 8601 with a zone: `Z`, `+01:00`, or `+0000` as Salesforce prints it. */
export function isDateTime(text: string): boolean {
  return DATE_TIME.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(instant(text));
}

/** A time of day in UTC: `10:15:00.000Z`. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}

/** The date-time with the colon in its zone that SOQL wants. */
export function withZoneColon(text: string): string {
  return text.replace(/([+-]\d{2}):?(\d{2})$/, '$1:$2');
}

function instant(text: string): number {
  return new Date(withZoneColon(text)).getTime();
}
