import type { Org } from '../org/org.ts';

/** Who a token stands for, as a URL: the last two segments are the org and the user. */
export function identityUrl(org: Org, userId: string): string {
  return `${org.url()}/id/${org.id}/${userId}`;
}
