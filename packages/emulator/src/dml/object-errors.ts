import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';

/**
 * The object, by its label, takes no new records, or none of this user's. Source: public logs of clients ("Scratch Org
 * Info", "Case History"); tests of stuntbyte's JDBC driver against an org whose user has no create permission.
 */
export function cannotBeInserted({ label }: Pick<ObjectDefinition, 'label'>): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message: `entity type cannot be inserted: ${label}`,
    fields: [],
  });
}

/** The same for updates, with status 400 in a public log of `PATCH`. Source: the same tests. */
export function cannotBeUpdated({ label }: Pick<ObjectDefinition, 'label'>): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    message: `entity type cannot be updated: ${label}`,
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
 * The user may read the object and not delete its records.
 * Source: the same tests and public logs of clients; that its status is 403 and not 400 is not verified.
 */
export function insufficientAccess(): SalesforceApiError {
  return new SalesforceApiError({
    status: 403,
    errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
    message: 'insufficient access rights on object id',
    fields: [],
  });
}
