import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { AppStore } from './apps/app-store.ts';
import type { OAuthApp } from './apps/oauth-app.ts';
import type { FormFields } from './form-fields.ts';
import { grantedScopes } from './scopes.ts';

/** A request for authorization that may be put before the user. */
export interface AuthorizeRequest {
  readonly app: OAuthApp;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  /** Undefined where the app sent none and does not have to. */
  readonly codeChallenge: string | undefined;
  /** The user is asked again, though they approved before. */
  readonly forcesApproval: boolean;
  readonly loginHint: string | undefined;
  /** The same for the same request; ties a login to it. */
  readonly fingerprint: string;
}

export type AuthorizeCheck =
  | { readonly outcome: 'ask'; readonly request: AuthorizeRequest }
  /** Told to the app, by redirect. */
  | { readonly outcome: 'redirect'; readonly location: string }
  /** Told to the user, on a page: never redirected to an address that is not the app's. */
  | { readonly outcome: 'page'; readonly error: string; readonly description: string };

/** Source: Salesforce Help, OAuth 2.0 Web Server Flow and Authorization Errors; PKCE as for partner apps, mandatory. */
export function checkAuthorizeRequest(fields: FormFields, apps: Pick<AppStore, 'find'>): AuthorizeCheck {
  const app = fields['client_id'] === undefined ? undefined : apps.find(fields['client_id']);
  if (!app) return { outcome: 'page', error: 'invalid_client_id', description: 'client identifier invalid' };
  const redirectUri = fields['redirect_uri'];
  if (redirectUri === undefined || !app.redirectUris.includes(redirectUri)) {
    return { outcome: 'page', error: 'redirect_uri_mismatch', description: 'redirect_uri must match configuration' };
  }

  const state = fields['state'];
  const refuse = (error: string, description: string): AuthorizeCheck => ({
    outcome: 'redirect',
    location: redirectWith(redirectUri, { error, error_description: description, state }),
  });
  const prompts = (fields['prompt'] ?? '').split(/\s+/);
  if (fields['response_type']?.startsWith('token'))
    throw new NotEmulatedError(`OAuth response_type=${fields['response_type']}`);
  if (fields['response_type'] !== 'code') return refuse('unsupported_response_type', 'response type is not supported');
  if (prompts.includes('none')) throw new NotEmulatedError('OAuth prompt=none');
  if (fields['immediate'] === 'true') return refuse('immediate_unsuccessful', 'immediate_unsuccessful');

  const codeChallenge = fields['code_challenge'];
  if (codeChallenge === undefined && app.pkceRequired) {
    return refuse('invalid_request', 'missing required code challenge');
  }
  if (codeChallenge !== undefined && !isChallenge(codeChallenge, fields['code_challenge_method'])) {
    return refuse('invalid_request', 'invalid code challenge');
  }

  const scopes = grantedScopes(fields['scope'], app.scopes);
  if (!scopes) return refuse('invalid_scope', 'the requested scope is not allowed');

  const nonce = fields['nonce'];
  return {
    outcome: 'ask',
    request: {
      app,
      redirectUri,
      scopes,
      state,
      nonce,
      codeChallenge,
      forcesApproval: prompts.includes('consent'),
      loginHint: fields['login_hint'],
      fingerprint: JSON.stringify([app.clientId, redirectUri, scopes, state, nonce, codeChallenge]),
    },
  };
}

/** jsforce sends the challenge without its method. */
function isChallenge(challenge: string, method = 'S256'): boolean {
  return method === 'S256' && /^[A-Za-z0-9_-]{43}$/.test(challenge);
}

/** The app's own address with the answer in its query string; the address may have a query string already. */
export function redirectWith(redirectUri: string, answer: Readonly<Record<string, string | undefined>>): string {
  const query = Object.entries(answer)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${encodeURIComponent(value)}`))
    .join('&');
  const [address = '', fragment] = redirectUri.split('#');
  return `${address}${address.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
