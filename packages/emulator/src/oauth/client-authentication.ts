import { createHash, timingSafeEqual } from 'node:crypto';
import type { OperationRequest } from '../operations/operation.ts';
import type { OAuthApp } from './apps/oauth-app.ts';
import type { FormFields } from './form-fields.ts';
import { oauthError } from './oauth-error.ts';
import type { OAuthError } from './oauth-error.ts';
import { isSignedBy, readAssertion } from './verify-assertion.ts';

export interface ClientAuthenticationOptions {
  readonly request: OperationRequest;
  readonly fields: FormFields;
  readonly findApp: (clientId: string) => OAuthApp | undefined;
  readonly now: Date;
  /** Whether the app has to prove who it is. A secret that is sent is checked in any case. @default true */
  readonly requiresSecret?: (app: OAuthApp) => boolean;
}

export type ClientAuthentication = { readonly app: OAuthApp } | { readonly failure: OAuthError };

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const BAD_CREDENTIALS = oauthError('invalid_client', 'invalid client credentials');

/**
 * The app that calls, known by client_secret_post, client_secret_basic or private_key_jwt, the three that the discovery
 * document names; or the error to answer with. Source: Salesforce Help, Configure a Connected App to Authenticate with
 * OAuth 2.0 (a secret that is sent is validated, also where none is required); the errors of a bad client assertion are
 * believed to be those of a bad secret.
 */
export async function authenticateClient(options: ClientAuthenticationOptions): Promise<ClientAuthentication> {
  const { request, fields, findApp, requiresSecret = () => true } = options;
  if (fields['client_assertion'] !== undefined) return byAssertion(options, fields['client_assertion']);
  const basic = basicCredentials(request.headers['authorization']);
  const clientId = basic?.clientId ?? fields['client_id'];
  const clientSecret = basic?.clientSecret || fields['client_secret'];
  const app = clientId === undefined ? undefined : findApp(clientId);
  if (!app) return { failure: oauthError('invalid_client_id', 'client identifier invalid') };
  const isProven = clientSecret === undefined ? !requiresSecret(app) : isSame(clientSecret, app.clientSecret);
  return isProven ? { app } : { failure: BAD_CREDENTIALS };
}

async function byAssertion(
  { fields, findApp, now }: ClientAuthenticationOptions,
  assertion: string,
): Promise<ClientAuthentication> {
  const claims = fields['client_assertion_type'] === ASSERTION_TYPE ? readAssertion(assertion) : undefined;
  if (!claims || claims.iss !== claims.sub) return { failure: BAD_CREDENTIALS };
  const app = claims.iss === undefined ? undefined : findApp(claims.iss);
  if (!app) return { failure: oauthError('invalid_client_id', 'client identifier invalid') };
  const isLate = claims.exp === undefined || claims.exp * 1000 < now.getTime();
  const isProven = !isLate && app.certificate !== undefined && (await isSignedBy(assertion, app.certificate));
  return isProven ? { app } : { failure: BAD_CREDENTIALS };
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
