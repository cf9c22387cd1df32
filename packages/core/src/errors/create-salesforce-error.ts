import {
  AccessDeniedError,
  RecordDuplicateError,
  RecordInvalidError,
  RecordLockedError,
  RecordNotFoundError,
  RequestInvalidError,
  RequestLimitError,
  RolledBackError,
  SessionExpiredError,
  UnavailableError,
  UnclassifiedError,
} from './api-errors.ts';
import type { ApiFault } from './api-fault.ts';
import { type Attempt, describeAttempt, isReading } from './attempt.ts';
import { SPECIAL_CASES } from './codes/special-cases.ts';
import { ERROR_CODES, type ErrorCodeRow, rowOfStatus, toErrorCodeRow, UNCLASSIFIED } from './error-codes.ts';
import {
  duplicateInText,
  fieldInText,
  isExternalIdRefused,
  isLimitsNotEnabled,
  isNoteRefused,
  isSessionPolicy,
  limitInText,
  refusedValueInText,
  withoutValues,
} from './read-fault-text.ts';
import type { SalesforceError, SalesforceErrorOptions } from './salesforce-error.ts';
import { NoteHtmlNotAllowedError } from './write-errors.ts';

export interface FaultContext {
  readonly attempt: Attempt;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  /** Salesforce answered that it has undone the whole request: nothing is unknown, whatever the errorCode. */
  readonly rolledBack?: boolean;
  /** Values that were sent: they do not belong into a message, in whose words ever. @default none */
  readonly given?: readonly string[];
  readonly cause?: unknown;
}

/** The error that Salesforce's answer means. Several faults of one record become one error that names all their fields. */
export function createSalesforceError(faults: readonly ApiFault[], context: FaultContext): SalesforceError {
  const { attempt, httpStatus = 0 } = context;
  const fault = faults[0] ?? { errorCode: '', message: '', fields: [], duplicates: undefined };
  const row = rowOf(fault, httpStatus, attempt);
  const fields = fieldsOf(faults);
  const path = pathOf(attempt, fields, row);
  const outcome = context.rolledBack === true || isReading(attempt) ? 'notApplied' : row.outcome;
  const remedy =
    row.code === 'SALESFORCE_UNAVAILABLE' && row.outcome !== outcome
      ? 'Send it again in a moment.'
      : placeIn(row.remedy, attempt.object, fields);

  const options: SalesforceErrorOptions = {
    message: messageOf(fault, row, {
      attempt: { ...attempt, path },
      fields,
      remedy,
      httpStatus,
      given: context.given ?? [],
    }),
    remedy,
    fixedBy: row.fixedBy,
    outcome,
    retryable: row.retryable,
    errorCode: fault.errorCode === '' ? undefined : fault.errorCode,
    object: attempt.object,
    fields,
    recordId: attempt.recordId,
    path,
    httpStatus: context.httpStatus,
    requestId: context.requestId,
    salesforceMessage: fault.message === '' ? undefined : fault.message,
    cause: context.cause,
  };
  return instantiate(row, options, fault);
}

/** The table's row, or what the same errorCode means where it was met. */
function rowOf(fault: ApiFault, httpStatus: number, attempt: Attempt): ErrorCodeRow {
  const row = ERROR_CODES.get(fault.errorCode) ?? rowOfStatus(httpStatus) ?? UNCLASSIFIED;
  if (row.code === 'SALESFORCE_SESSION_EXPIRED' && isSessionPolicy(fault))
    return toErrorCodeRow(SPECIAL_CASES.sessionPolicy);
  if (isLimitsNotEnabled(fault)) return toErrorCodeRow(SPECIAL_CASES.limitsNotEnabled);
  if (attempt.object === 'ContentNote' && isNoteRefused(fault)) return toErrorCodeRow(SPECIAL_CASES.noteRefused);
  if (attempt.object === 'ContentNote' && isMissingObject(fault, attempt))
    return toErrorCodeRow(SPECIAL_CASES.notesOff);
  if (isMissingRecord(fault, attempt)) return ERROR_CODES.get('NOT_FOUND') ?? row;
  if (refusedValueInText(fault) !== undefined) return ERROR_CODES.get('INVALID_TYPE_ON_FIELD_IN_RECORD') ?? row;
  if (row.code === 'SALESFORCE_RECORD_DUPLICATE' && attempt.object === 'ContentDocumentLink')
    return toErrorCodeRow(SPECIAL_CASES.linkedTwice);
  if (row.code === 'SALESFORCE_RECORD_NOT_FOUND') {
    if (isExternalIdRefused(fault)) return toErrorCodeRow(SPECIAL_CASES.externalIdRefused);
    if (isMissingObject(fault, attempt)) return ERROR_CODES.get('INVALID_TYPE') ?? row;
  }
  return row;
}

/** Said of an update or delete whose record is not there, and of a lookup that leads nowhere: where there is none, it is the former. */
function isMissingRecord({ errorCode, fields }: ApiFault, { verb, namesOthers }: Attempt): boolean {
  return (
    errorCode === 'INVALID_CROSS_REFERENCE_KEY' &&
    (verb === 'update' || verb === 'delete') &&
    fields.length === 0 &&
    namesOthers !== true
  );
}

/** There is no record to be missing when one is created or searched for: the object is. */
function isMissingObject({ errorCode }: ApiFault, { verb }: Attempt): boolean {
  return (
    errorCode === 'INVALID_TYPE' ||
    (errorCode === 'NOT_FOUND' && (verb === 'create' || verb === 'query' || verb === 'describe'))
  );
}

/** The path in Setup for what it is about. */
function placeIn(remedy: string, object: string | undefined, fields: readonly string[]): string {
  return remedy.replaceAll('{object}', object ?? '(object)').replaceAll('{field}', fields[0] ?? '(field)');
}

function fieldsOf(faults: readonly ApiFault[]): string[] {
  const fields = new Set<string>();
  for (const fault of faults) {
    const named = fault.fields.length > 0 ? fault.fields : [fieldInText(fault)];
    for (const field of named) if (field !== undefined) fields.add(field);
  }
  return [...fields];
}

function pathOf(
  { path, idPath, pathOfField }: Attempt,
  fields: readonly string[],
  row: ErrorCodeRow,
): string | undefined {
  const field = fields[0];
  if (row.code === 'SALESFORCE_RECORD_NOT_FOUND' && idPath !== undefined) return idPath;
  if (path === undefined || field === undefined) return path;
  return pathOfField === undefined ? `${path}.fields.${field}` : (pathOfField(field) ?? path);
}

function messageOf(
  fault: ApiFault,
  row: ErrorCodeRow,
  {
    attempt,
    fields,
    remedy,
    httpStatus,
    given,
  }: {
    attempt: Attempt;
    fields: readonly string[];
    remedy: string;
    httpStatus: number;
    given: readonly string[];
  },
): string {
  const about = fields.length === 0 ? '' : ` in ${fields.length === 1 ? 'field' : 'fields'} ${fields.join(', ')}`;
  // An error in a query repeats the query, values included, before it says what is wrong.
  const text = (fault.message.split(/ERROR at Row:\d+:Column:\d+\s/).at(-1) ?? '').trim();
  const words = row.repeatsValue || text === '' || text.length > 500 ? '' : ` "${withoutValues(text, given)}"`;
  return `${describeAttempt(attempt)}: Salesforce answered ${fault.errorCode === '' ? `with status ${httpStatus}` : fault.errorCode}${about}${words}. ${remedy}`;
}

function instantiate(row: ErrorCodeRow, options: SalesforceErrorOptions, fault: ApiFault): SalesforceError {
  switch (row.code) {
    case 'SALESFORCE_SESSION_EXPIRED':
      return new SessionExpiredError(options);
    case 'SALESFORCE_ACCESS_DENIED':
      return new AccessDeniedError(options);
    case 'SALESFORCE_RECORD_NOT_FOUND':
      return new RecordNotFoundError(options);
    case 'SALESFORCE_RECORD_INVALID':
      return new RecordInvalidError(options);
    case 'SALESFORCE_RECORD_DUPLICATE':
      return duplicateError(options, fault);
    case 'SALESFORCE_RECORD_LOCKED':
      return new RecordLockedError(options);
    case 'SALESFORCE_REQUEST_LIMIT':
      return new RequestLimitError({ ...options, limit: limitInText(fault) });
    case 'SALESFORCE_UNAVAILABLE':
      return new UnavailableError(options);
    case 'SALESFORCE_ROLLED_BACK':
      return new RolledBackError(options);
    case 'SALESFORCE_REQUEST_INVALID':
      return new RequestInvalidError(options);
    case 'NOTE_HTML_NOT_ALLOWED':
      return new NoteHtmlNotAllowedError(options);
    default:
      return new UnclassifiedError(options);
  }
}

function duplicateError(options: SalesforceErrorOptions, fault: ApiFault): RecordDuplicateError {
  const inText = duplicateInText(fault);
  return new RecordDuplicateError({
    ...options,
    matches: fault.duplicates?.matches ?? (inText === undefined ? [] : [{ ...inText, object: options.object }]),
    duplicateRule: fault.duplicates?.rule,
    allowSave: fault.duplicates?.allowSave ?? false,
  });
}
