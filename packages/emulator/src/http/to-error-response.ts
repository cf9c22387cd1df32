import type { OperationResponse } from '../operations/operation.ts';
import { NotEmulatedError } from './not-emulated-error.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

/**
 * The answer that an error stands for; undefined for a mistake of the emulator's own.
 *
 * @param request named in the answer where something is not emulated
 */
export function toErrorResponse(
  error: unknown,
  request: { readonly method: string; readonly path: string },
): OperationResponse | undefined {
  if (error instanceof NotEmulatedError) return { status: error.status, body: [error.toBody(request)] };
  if (!(error instanceof SalesforceApiError)) return undefined;
  return {
    status: error.status,
    body: error.toBodies(),
    ...(error.status === 401 && { headers: { 'WWW-Authenticate': 'Token' } }),
  };
}
