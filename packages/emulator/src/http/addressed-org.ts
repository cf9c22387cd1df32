import type { OrgHost } from '../host/org-host.ts';
import type { OperationRequest } from '../operations/operation.ts';
import type { Org } from '../org/org.ts';

/**
 * The org that a request is for: the one whose My Domain its `Host` header names, else the one of its access token, else
 * the first one. Whether the token is any good is looked at later.
 */
export function addressedOrg(host: OrgHost, { headers, query }: Pick<OperationRequest, 'headers' | 'query'>): Org {
  const named = headers['host'] === undefined ? undefined : host.ofHostName(headers['host']);
  if (named) return named;
  const header = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(headers['authorization']?.trim() ?? '')?.[1];
  const token = header ?? query.get('oauth_token') ?? query.get('access_token');
  return (token === null ? undefined : host.ofToken(token)) ?? host.primary();
}
