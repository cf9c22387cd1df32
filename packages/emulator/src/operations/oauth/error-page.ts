import { oauthErrorPage } from '../../oauth/oauth-error-page.ts';
import { defineOperation } from '../operation.ts';

const PATH = '/setup/secur/RemoteAccessErrorPage.apexp';

/** Where a browser is sent when neither the app nor its callback is told. */
export function errorPageUrl(answer: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(answer).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${PATH}?${new URLSearchParams(given).toString()}`;
}

/** Tells the user, and only the user, that they may not authorize the app. */
export const showOAuthError = defineOperation({
  name: 'OAuth 2.0: error page',
  method: 'GET',
  path: PATH,
  evidence: ['practitioner'],
  source:
    'Support pages and source of browser extensions that met it since 2025-09 (Salesforce Inspector, MoveData, Jetstream): its address and its text',
  public: true,
  countsAsApiCall: false,
  handle: () =>
    oauthErrorPage(
      'OAUTH_APPROVAL_ERROR_GENERIC',
      'An unexpected error has occurred during authentication. Please try again.',
    ),
});
