import type { OperationResponse } from '../operations/operation.ts';
import { NotEmulatedError } from './not-emulated-error.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

/** The answer that an error stands for; undefined for a mistake of the emulator's own. */
export function toErrorResponse(error: unknown): OperationResponse | undefined {
  if (!(error instanceof SalesforceApiError) && !(error instanceof NotEmulatedError)) return undefined;
  return {
    status: error.status,
    body: [error.toBody()],
    ...(error.status === 401 && { headers: { 'WWW-Authenticate': 'Token' } }),
  };
}
