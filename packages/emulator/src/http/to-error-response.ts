import type { OperationRequest, OperationResponse } from '../operations/operation.ts';
import { notEmulatedPage } from '../pages/not-emulated-page.ts';
import { NotEmulatedError } from './not-emulated-error.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

/**
 * The answer that an error stands for; undefined for a mistake of the emulator's own.
 *
 * @param request named in the answer where something is not emulated: for a browser on a page, else as an API answers
 */
export function toErrorResponse(
  error: unknown,
  request: Pick<OperationRequest, 'method' | 'path'> & Partial<Pick<OperationRequest, 'headers'>>,
): OperationResponse | undefined {
  if (error instanceof NotEmulatedError) {
    const body = error.toBody(request);
    return isFromBrowser(request) ? notEmulatedPage(body.message) : { status: error.status, body: [body] };
  }
  if (!(error instanceof SalesforceApiError)) return undefined;
  return {
    status: error.status,
    body: error.toBodies(),
    ...(error.status === 401 && { headers: { 'WWW-Authenticate': 'Token' } }),
  };
}

/** Whoever reads pages says so; clients of the APIs take whatever comes, or JSON. */
function isFromBrowser({
  path,
  headers,
}: { readonly path: string } & Partial<Pick<OperationRequest, 'headers'>>): boolean {
  return /\btext\/html\b/.test(headers?.['accept'] ?? '') && !path.startsWith('/services/data/');
}
