import { SalesforceApiError } from './salesforce-api-error.ts';

/** An object, record or path that is not there. Source: recorded by sf-fx-runtime-nodejs, 2021-04 and 2021-07. */
export function resourceNotFound(): SalesforceApiError {
  return new SalesforceApiError({
    status: 404,
    errorCode: 'NOT_FOUND',
    message: 'The requested resource does not exist',
    codeFirst: true,
  });
}
