import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { OperationContext } from '../operation.ts';

const MINUTE_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 24 * 60 * MINUTE_MILLISECONDS;

/** From the start, up to before the end, whole minutes. */
export interface ReplicationRange {
  readonly from: Date;
  readonly before: Date;
  /** Up to when nothing can have been missed. */
  readonly covered: Date;
}

/**
 * `?start=…&end=…` of sObject Get Updated and Get Deleted; seconds are ignored. Source: REST API guide, sObject Get Updated
 * and Get Deleted; SOAP API guide, getUpdated (INVALID_REPLICATION_DATE when the start is not at least a minute before the
 * end, or more than 30 days ago). The texts are not verified.
 *
 * @param maxDays how far back the start may be
 */
export function readRange({ org, request }: OperationContext, maxDays: number): ReplicationRange {
  const from = readTime(request.query.get('start'), 'start');
  const before = readTime(request.query.get('end'), 'end');
  const now = toMinute(org.clock());
  if (before.getTime() - from.getTime() < MINUTE_MILLISECONDS) {
    throw invalidRange('endDate must be at least one minute greater than startDate');
  }
  if (now.getTime() - from.getTime() > maxDays * DAY_MILLISECONDS) {
    throw invalidRange(`startDate cannot be more than ${maxDays} days ago`);
  }
  return { from, before, covered: before < now ? before : now };
}

function readTime(text: string | null, name: string): Date {
  // A plus sign that was not URL-encoded arrives as a blank.
  const time = Date.parse(
    (text ?? '')
      .trim()
      .replace(/ (\d{2}:?\d{2})$/, '+$1')
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
  );
  if (Number.isNaN(time)) throw new NotEmulatedError(`${text ?? 'nothing'} as the ${name} of a range`);
  return toMinute(new Date(time));
}

function toMinute(time: Date): Date {
  return new Date(Math.floor(time.getTime() / MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS);
}

function invalidRange(message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode: 'INVALID_REPLICATION_DATE', message });
}
