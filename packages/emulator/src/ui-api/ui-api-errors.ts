import { SalesforceApiError } from '../http/salesforce-api-error.ts';

const uiApiError = (status: number, errorCode: string, message: string): SalesforceApiError =>
  new SalesforceApiError({ status, errorCode, message, codeFirst: true });

/**
 * An object that UI API does not have, or that the caller cannot see. Source: many clients' handling of
 * `Object Task is not supported in UI API` (400, INVALID_TYPE), and the tests of Salesforce's Lightning Data Service.
 */
export function objectNotSupported(object: string): SalesforceApiError {
  return uiApiError(400, 'INVALID_TYPE', `Object ${object} is not supported in UI API`);
}

/** Source: bodies captured at v59 and v67 by the tests of an open-source Apex runtime. */
export function notAPicklist(field: string): SalesforceApiError {
  return uiApiError(400, 'INVALID_FIELD', `Field ${field} is not a picklist.`);
}

/** Source: the same; a field name that does not say which object it is of. */
export function unqualifiedName(name: string): SalesforceApiError {
  return uiApiError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', `Expected '.' in all qualified names: ${name} is invalid`);
}
