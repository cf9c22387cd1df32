import { SalesforceApiError } from '../http/salesforce-api-error.ts';

/** Source: public logs of clients. */
export function cannotBeInserted(object: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message: `entity type cannot be inserted: ${object}`,
    fields: [],
  });
}

/** An id in the path that is none of this object's. Source: recorded by sf-fx-runtime-nodejs, 2021-04. */
export function malformedRecordId(label: string, id: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'MALFORMED_ID',
    message: `${label}: id value of incorrect type: ${id}`,
    fields: ['Id'],
  });
}

/**
 * The user may read the object and not do this with its records.
 * Source: public logs of clients; that its status is 403 and not 400 is not verified.
 */
export function insufficientAccess(): SalesforceApiError {
  return new SalesforceApiError({
    status: 403,
    errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
    message: 'insufficient access rights on object id',
    fields: [],
  });
}
