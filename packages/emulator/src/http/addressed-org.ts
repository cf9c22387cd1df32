import type { OrgHost } from '../host/org-host.ts';
import type { OperationRequest } from '../operations/operation.ts';
import type { Org } from '../org/org.ts';
import { accessTokenOf } from './access-token-of.ts';

/**
 * The org that a request is for: the one whose My Domain its `Host` header names, else the one of its access token, else
 * the first one. Whether the token is any good is looked at later.
 */
export function addressedOrg(host: OrgHost, { headers, query }: Pick<OperationRequest, 'headers' | 'query'>): Org {
  const named = headers['host'] === undefined ? undefined : host.ofHostName(headers['host']);
  if (named) return named;
  const token = accessTokenOf(headers['authorization']) ?? query.get('oauth_token') ?? query.get('access_token');
  return (token === null ? undefined : host.ofToken(token)) ?? host.primary();
}
