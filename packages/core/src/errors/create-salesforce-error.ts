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
import { type Attempt, isReading } from './attempt.ts';
import { duplicateFacts, duplicateMatches } from './duplicate-matches.ts';
import { faultMessage } from './fault-message.ts';
import { fieldLabels, withLabel } from './field-labels.ts';
import { SPECIAL_CASES } from './codes/special-cases.ts';
import { ERROR_CODES, type ErrorCodeRow, rowOfStatus, toErrorCodeRow, UNCLASSIFIED } from './error-codes.ts';
import { missingAdvice, missingFact } from './missing/missing-advice.ts';
import { judgeObject, type MissingName, missingName } from './missing/missing-name.ts';
import { NOTHING_KNOWN, type OrgKnowledge } from './missing/org-knowledge.ts';
import {
  fieldInText,
  isExternalIdRefused,
  isLimitsNotEnabled,
  isNoteRefused,
  isSessionPolicy,
  limitInText,
  refusedValueInText,
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
  /** What the org has said of itself before, for labels beside API names. @default nothing */
  readonly knows?: OrgKnowledge;
  readonly cause?: unknown;
}

/** The error that Salesforce's answer means. Several faults of one record become one error that names all their fields. */
export function createSalesforceError(faults: readonly ApiFault[], context: FaultContext): SalesforceError {
  const { httpStatus = 0, knows = NOTHING_KNOWN } = context;
  const fault = faults[0] ?? { errorCode: '', message: '', fields: [], duplicates: undefined };
  const found = missingOf(fault, context.attempt, knows);
  const attempt = { ...context.attempt, object: found?.object ?? context.attempt.object };
  const known = rowOf(fault, httpStatus, context.attempt);
  const missing = known.code === 'SALESFORCE_REQUEST_INVALID' ? found?.missing : undefined;
  const row = missing === undefined ? known : missingAdvice(known, missing);
  const fields = fieldsOf(faults);
  const labels = fieldLabels(attempt.object, fields, knows);
  const path = pathOf(context.attempt, fields, row);
  const outcome = context.rolledBack === true || isReading(attempt) ? 'notApplied' : row.outcome;
  const remedy =
    row.code === 'SALESFORCE_UNAVAILABLE' && row.outcome !== outcome
      ? 'Send it again in a moment.'
      : placeIn(row.remedy, attempt.object, fields);

  const options: SalesforceErrorOptions = {
    message: faultMessage(fault, row, {
      attempt: { ...context.attempt, path },
      fields: fields.map((field) => withLabel(field, labels)),
      facts: [
        ...(missing === undefined ? [] : [missingFact(missing)]),
        ...(row.code === 'SALESFORCE_RECORD_DUPLICATE' ? duplicateFacts(fault) : []),
      ],
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
    fieldLabels: labels,
    step: attempt.step,
    recordId: attempt.recordId,
    path,
    httpStatus: context.httpStatus,
    requestId: context.requestId,
    salesforceMessage: fault.message === '' ? undefined : fault.message,
    cause: context.cause,
  };
  return instantiate(row, options, { fault, missing });
}

/** The name that the org does not know, and the object that it is about: of a query, that may be a parent of the queried one. */
function missingOf(
  fault: ApiFault,
  attempt: Attempt,
  knows: OrgKnowledge,
): { readonly missing: MissingName; readonly object: string | undefined } | undefined {
  const named = missingName(fault, attempt.object, knows);
  if (named !== undefined) {
    const { object, ...missing } = named;
    return { missing, object };
  }
  const { object } = attempt;
  // A path that leads nowhere does not say what of it is missing; there is no record in this one.
  if (object === undefined || fault.errorCode !== 'NOT_FOUND' || !isMissingObject(fault, attempt)) return undefined;
  return isExternalIdRefused(fault)
    ? undefined
    : { missing: { what: 'object', name: object, ...judgeObject(object, knows) }, object };
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

function instantiate(
  row: ErrorCodeRow,
  options: SalesforceErrorOptions,
  { fault, missing }: { readonly fault: ApiFault; readonly missing: MissingName | undefined },
): SalesforceError {
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
      return new RequestInvalidError({ ...options, missing });
    case 'NOTE_HTML_NOT_ALLOWED':
      return new NoteHtmlNotAllowedError(options);
    default:
      return new UnclassifiedError(options);
  }
}

function duplicateError(options: SalesforceErrorOptions, fault: ApiFault): RecordDuplicateError {
  return new RecordDuplicateError({
    ...options,
    matches: duplicateMatches(fault, options.object),
    duplicateRule: fault.duplicates?.rule,
    allowSave: fault.duplicates?.allowSave ?? false,
  });
}
