import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { requiredFieldsMissing } from '../field-errors.ts';
import type { StoredRecord } from '../stored-record.ts';

const MINUTE = 60_000;
const DAY = 24 * 60;
/** Source: Salesforce Help, "Considerations for Using Events": fourteen days. */
const LONGEST = 14 * DAY;

/**
 * When an event is, from what was given: a start (`StartDateTime`, `ActivityDateTime`, or of a whole day `ActivityDate`)
 * and an end or a duration, which must agree. Source: Object Reference, Event; `Required fields are missing:
 * [DurationInMinutes]` in a public log. Not verified: the text when the start is missing, and that the dates of a timed
 * event are those of UTC.
 *
 * @param event as it will be
 * @param given what the request writes; of the rest, what contradicts it is worked out anew
 */
export function eventTimes(event: StoredRecord, given: StoredRecord): StoredRecord {
  const wholeDay = event['IsAllDayEvent'] === 1;
  const start = startOf(event, given, wholeDay);
  if (start === undefined) throw requiredFieldsMissing([wholeDay ? 'ActivityDate' : 'ActivityDateTime']);
  const minutes = durationOf(event, given, start, wholeDay);
  if (minutes < 0 || minutes > LONGEST) {
    throw new NotEmulatedError(`an Event of ${minutes} minutes: the error is not known`);
  }
  // Of whole days the end is the last day itself.
  const end = new Date(start.getTime() + (wholeDay ? minutes - DAY : minutes) * MINUTE).toISOString();
  return {
    StartDateTime: start.toISOString(),
    ActivityDateTime: start.toISOString(),
    ActivityDate: start.toISOString().slice(0, 10),
    DurationInMinutes: minutes,
    EndDateTime: end,
    EndDate: end.slice(0, 10),
  };
}

function startOf(event: StoredRecord, given: StoredRecord, wholeDay: boolean): Date | undefined {
  const names = ['StartDateTime', 'ActivityDateTime', ...(wholeDay ? ['ActivityDate'] : [])];
  const named = names.map((name) => given[name]).filter((value) => typeof value === 'string');
  const values =
    named.length > 0 ? named : names.map((name) => event[name]).filter((value) => typeof value === 'string');
  const starts = new Set(values.map((value) => (wholeDay ? value.slice(0, 10) : value)));
  if (starts.size > 1) throw new NotEmulatedError('an Event with two starts: the error is not known');
  const [first] = starts;
  return first === undefined ? undefined : new Date(wholeDay ? `${first}T00:00:00Z` : first);
}

function durationOf(event: StoredRecord, given: StoredRecord, start: Date, wholeDay: boolean): number {
  const duration = given['DurationInMinutes'];
  const end = given['EndDateTime'];
  const fromEnd = typeof end === 'string' ? minutesTo(end, start, wholeDay) : undefined;
  if (typeof duration === 'number') {
    if (fromEnd !== undefined && fromEnd !== duration) {
      throw new NotEmulatedError('an Event whose DurationInMinutes and EndDateTime disagree: the error is not known');
    }
    return duration;
  }
  if (fromEnd !== undefined) return fromEnd;
  if (typeof event['DurationInMinutes'] === 'number') return event['DurationInMinutes'];
  if (wholeDay) return DAY;
  throw requiredFieldsMissing(['DurationInMinutes']);
}

function minutesTo(end: string, start: Date, wholeDay: boolean): number {
  const last = wholeDay ? new Date(`${end.slice(0, 10)}T00:00:00Z`) : new Date(end);
  return (last.getTime() - start.getTime()) / MINUTE + (wholeDay ? DAY : 0);
}
