import { LedgerUnavailableError } from './write-errors.ts';
import { SalesforceError } from './salesforce-error.ts';

/** Failures that mean that the ledger's object or fields are missing for this user. */
const MISSING = new Set(['SALESFORCE_REQUEST_INVALID', 'SALESFORCE_ACCESS_DENIED', 'SALESFORCE_RECORD_NOT_FOUND']);
/** Access that is missing altogether, or room, is not the ledger's matter. */
const OTHERWISE = new Set([
  'API_DISABLED_FOR_ORG',
  'API_CURRENTLY_DISABLED',
  'STORAGE_LIMIT_EXCEEDED',
  'MALFORMED_QUERY',
]);

/** An error of a request to the ledger, as what it means: mostly that the package is missing, or the user's access to it. */
export function toLedgerError<Thrown>(error: Thrown, object: string): Thrown | LedgerUnavailableError {
  if (!(error instanceof SalesforceError) || !isMissing(error)) return error;
  const remedy =
    'Ask the Salesforce administrator to install the uman package, or to assign the permission set uman_Integration to the connected user.';
  return new LedgerUnavailableError({
    message: `Could not use the ledger ${object}: Salesforce answered ${error.errorCode ?? 'that it is missing'}. Nothing was written. ${remedy}`,
    remedy,
    fixedBy: 'admin',
    outcome: 'notApplied',
    errorCode: error.errorCode,
    object,
    fields: error.fields,
    httpStatus: error.httpStatus,
    requestId: error.requestId,
    salesforceMessage: error.salesforceMessage,
    cause: error,
  });
}

function isMissing({ code, errorCode }: SalesforceError): boolean {
  if (errorCode === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY') return true;
  return MISSING.has(code) && (errorCode === undefined || !OTHERWISE.has(errorCode));
}
