import { SalesforceApiError } from './salesforce-api-error.ts';

/** Which error Salesforce answers with is not known. */
export function badUri(): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode: 'BAD_REQUEST', message: 'Bad URI', codeFirst: true });
}
