import { type ApiFault } from '../errors/api-fault.ts';
import { fieldInText } from '../errors/read-fault-text.ts';

/** A part of a read that the org refused, for the access of the user or since it is not there. */
export interface NotVisible {
  /** API name of the object that was asked for. */
  readonly object: string | undefined;
  /** The field that was refused, where it was one; the org names only the first. */
  readonly field: string | undefined;
  /** Salesforce's own code, e.g. `INVALID_TYPE`. */
  readonly errorCode: string;
}

/** What Salesforce says of objects, fields and records that this user cannot see, and of those that are not there. */
const ABSENCES: ReadonlySet<string> = new Set([
  'INVALID_TYPE',
  'INVALID_FIELD',
  'NOT_FOUND',
  'INSUFFICIENT_ACCESS',
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'FUNCTIONALITY_NOT_ENABLED',
]);

/** Undefined for a refusal that says something else. */
export function toNotVisible(faults: readonly ApiFault[], object: string | undefined): NotVisible | undefined {
  const [fault] = faults;
  if (fault === undefined || !faults.every(({ errorCode }) => ABSENCES.has(errorCode))) return undefined;
  return { object, field: fault.fields[0] ?? fieldInText(fault), errorCode: fault.errorCode };
}
