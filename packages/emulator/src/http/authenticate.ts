import type { Org } from '../org/org.ts';
import type { OrgSession } from '../org/org-session.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

/**
 * The session that the `Authorization` header names, as `Bearer` or `OAuth`.
 * Source: 401 recorded by sf-fx-runtime-nodejs, 2021-07; `INVALID_AUTH_HEADER` in public clients; the refusal of sessions
 * without an API scope in jsforce.
 */
export function authenticate(org: Org, authorization: string | undefined): OrgSession {
  if (authorization === undefined) throw unauthorized('INVALID_SESSION_ID', 'Session expired or invalid');
  const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) throw unauthorized('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE');
  const session = org.sessions.find(token);
  if (!session || !org.users.findById(session.userId)?.isActive) {
    throw unauthorized('INVALID_SESSION_ID', 'Session expired or invalid');
  }
  if (!session.scopes.some((scope) => ['api', 'full', 'web'].includes(scope))) {
    throw unauthorized('INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
  }
  return session;
}

function unauthorized(errorCode: string, message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 401, errorCode, message });
}
