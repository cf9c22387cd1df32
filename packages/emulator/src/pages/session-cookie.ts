import type { Org } from '../org/org.ts';
import type { OperationContext } from '../operations/operation.ts';

/** Somebody whose browser has logged in. */
export interface BrowserCaller {
  readonly org: Org;
  readonly userId: string;
}

/** The header that keeps a login in the browser; over https, only there. Source: the name of the cookie, `sid`, is Salesforce's. */
export function sessionCookie({ org, userId }: BrowserCaller): { readonly 'Set-Cookie': string } {
  const { accessToken } = org.sessions.issue({ userId });
  const secure = org.url().startsWith('https:') ? '; Secure' : '';
  return { 'Set-Cookie': `sid=${accessToken}; Path=/; HttpOnly; SameSite=Lax${secure}` };
}

/** Whose session a login left in the browser; undefined when it has ended. */
export function callerByCookie({ host, request }: OperationContext): BrowserCaller | undefined {
  const sid = /(?:^|;\s*)sid=([^;\s]+)/.exec(request.headers['cookie'] ?? '')?.[1];
  const org = sid === undefined ? undefined : host.ofToken(sid);
  const session = sid === undefined ? undefined : org?.sessions.find(sid);
  if (!org || !session || !org.users.findById(session.userId)?.isActive) return undefined;
  return { org, userId: session.userId };
}
