import type { OperationRequest } from '../operations/operation.ts';
import type { LoginScope } from './login-scope.ts';

/** The login hosts of Salesforce itself, which clients name whatever address they really call. */
const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/**
 * Whether an assertion is meant for this login: `aud` is a login host or the address that it was sent to, with or without a
 * slash behind it. Source: Salesforce Help, OAuth 2.0 JWT Bearer Flow; the sf CLI, which names the login URL it was given.
 */
export function isAudience(
  scope: LoginScope,
  { headers }: Pick<OperationRequest, 'headers'>,
  audience: unknown,
): boolean {
  const named = (Array.isArray(audience) ? audience : [audience]).map((value) => String(value).replace(/\/$/, ''));
  const { host } = headers;
  // An org at `http://127.0.0.1:…` is called `http://localhost:…` as well.
  const called = host === undefined ? [] : [`http://${host}`, `https://${host}`];
  return named.some((value) => [...LOGIN_HOSTS, scope.url, ...called].includes(value));
}
