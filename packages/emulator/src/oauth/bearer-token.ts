import { sessionRefusal } from '../access/login-refusal.ts';
import type { OperationContext } from '../operations/operation.ts';
import type { OrgSession } from '../org/org-session.ts';
import type { OrgUser } from '../org/org-user.ts';
import { formFields } from './form-fields.ts';

export type BearerCheck =
  | { readonly session: OrgSession; readonly user: OrgUser }
  | { readonly refusal: { readonly status: 403; readonly headers: Record<string, string>; readonly body: string } };

/**
 * The caller of an identity endpoint, which refuse with a 403 and plain text where the rest of the API answers 401.
 * The token may come as a header or as `oauth_token` / `access_token`. Source: Salesforce Help, Identity URLs.
 */
export function requireBearer({ org, request }: OperationContext): BearerCheck {
  const fields = formFields(request);
  const token =
    /^(?:bearer|oauth) +(.+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ??
    fields['oauth_token'] ??
    fields['access_token'];
  if (token === undefined) return refuse('Missing_OAuth_Token');
  const session = org.sessions.find(token);
  const user = session && org.users.findById(session.userId);
  return session && user && !sessionRefusal(org, user) ? { session, user } : refuse('Bad_OAuth_Token');
}

export function refuse(text: string): Extract<BearerCheck, { refusal: unknown }> {
  return { refusal: { status: 403, headers: { 'Content-Type': 'text/html; charset=UTF-8' }, body: text } };
}
