import { isWithinRanges } from '../access/login-policy.ts';
import { sessionRefusal } from '../access/login-refusal.ts';
import type { Org } from '../org/org.ts';
import type { OrgSession } from '../org/org-session.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

export interface Credentials {
  readonly authorization: string | undefined;
  /** Where the request comes from. */
  readonly ip: string;
}

/**
 * The session that the `Authorization` header names, as `Bearer` or `OAuth`.
 * Source: 401 recorded by sf-fx-runtime-nodejs, 2021-07; `INVALID_AUTH_HEADER` in public clients; the refusal of sessions
 * without an API scope in jsforce.
 */
export function authenticate(org: Org, { authorization, ip }: Credentials): OrgSession {
  if (authorization === undefined) throw unauthorized('INVALID_SESSION_ID', 'Session expired or invalid');
  const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) throw unauthorized('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE');
  const session = org.sessions.find(token);
  if (!session || sessionRefusal(org, { id: session.userId }) || isElsewhere(org, session, ip)) {
    throw unauthorized('INVALID_SESSION_ID', 'Session expired or invalid');
  }
  if (!session.scopes.some((scope) => ['api', 'full', 'web'].includes(scope))) {
    throw unauthorized('INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
  }
  return session;
}

/** Setup → Session Settings → Enforce login IP ranges on every request. What it answers with is not verified. */
function isElsewhere(org: Org, { userId }: OrgSession, ip: string): boolean {
  if (org.switches.get('loginIpRanges') !== 'everyRequest') return false;
  return !isWithinRanges(org.access.of(userId).login.policy.loginIpRanges, ip);
}

function unauthorized(errorCode: string, message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 401, errorCode, message });
}
