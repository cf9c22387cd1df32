import { toLongId } from '../salesforce-id.ts';

/** Who a token speaks for. Both ids have 18 characters. */
export interface SalesforceIdentity {
  readonly orgId: string;
  readonly userId: string;
}

/**
 * Reads org and user from an identity URL, `https://login.salesforce.com/id/<org>/<user>`: the `id` of a token response
 * and the `sub` of an id_token. The URL is only read, never contacted.
 * Source: Salesforce Help, "Identity URLs".
 *
 * @returns undefined when the text is no identity URL
 */
export function parseIdentityUrl(text: string): SalesforceIdentity | undefined {
  const [, folder, org, user, ...rest] = URL.parse(text)?.pathname.split('/') ?? [];
  if (folder !== 'id' || org === undefined || user === undefined || rest.length > 0) return undefined;
  const orgId = toLongId(org);
  const userId = toLongId(user);
  if (orgId?.startsWith('00D') !== true || userId?.startsWith('005') !== true) return undefined;
  return { orgId, userId };
}

export function isSameIdentity(one: SalesforceIdentity, other: SalesforceIdentity | undefined): boolean {
  return one.orgId === other?.orgId && one.userId === other.userId;
}
