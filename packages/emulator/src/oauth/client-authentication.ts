import { createHash, timingSafeEqual } from 'node:crypto';
import type { OperationRequest } from '../operations/operation.ts';
import type { AppStore, OAuthApp } from './app-store.ts';
import type { FormFields } from './form-fields.ts';
import { oauthError } from './oauth-error.ts';
import type { OAuthError } from './oauth-error.ts';

/** The app that calls, known by client_secret_post or client_secret_basic; or the error to answer with. */
export function authenticateClient(
  request: OperationRequest,
  fields: FormFields,
  apps: AppStore,
): { readonly app: OAuthApp } | { readonly failure: OAuthError } {
  const basic = basicCredentials(request.headers['authorization']);
  const clientId = basic?.clientId ?? fields['client_id'];
  const clientSecret = basic?.clientSecret ?? fields['client_secret'];
  const app = clientId === undefined ? undefined : apps.find(clientId);
  if (!app) return { failure: oauthError('invalid_client_id', 'client identifier invalid') };
  if (clientSecret === undefined || !isSame(clientSecret, app.clientSecret)) {
    return { failure: oauthError('invalid_client', 'invalid client credentials') };
  }
  return { app };
}

/** Both halves are form-encoded before they are joined. Source: RFC 6749, 2.3.1. */
function basicCredentials(header: string | undefined): { clientId: string; clientSecret: string } | undefined {
  const encoded = /^basic +(.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  return { clientId: formDecode(text.slice(0, colon)), clientSecret: formDecode(text.slice(colon + 1)) };
}

function formDecode(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? '';
}

function isSame(given: string, known: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(known));
}
