import type { OperationResponse } from '../operations/operation.ts';

export type OAuthError = OperationResponse;

/** `{"error","error_description"}` with status 400, as every OAuth endpoint refuses. */
export function oauthError(error: string, description: string): OAuthError {
  return { status: 400, headers: NO_STORE, body: { error, error_description: description } };
}

export const NO_STORE: Readonly<Record<string, string>> = { 'Cache-Control': 'no-cache, no-store', Pragma: 'no-cache' };
