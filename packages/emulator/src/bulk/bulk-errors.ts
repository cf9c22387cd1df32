import { SalesforceApiError } from '../http/salesforce-api-error.ts';

/** Why a whole job fails, in the words of `errorMessage`. */
export class JobFailure extends Error {}

/** `[{"errorCode", "message"}]` with status 400, as the resources of Bulk API 2.0 refuse. Source: its guide. */
export function bulkError(errorCode: string, message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode, message, codeFirst: true });
}
