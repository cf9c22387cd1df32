import type { OAuthApp } from './oauth-app.ts';

/**
 * What the sf CLI calls itself when no other app logs it in: an app that every org has, without a secret, and whose refresh
 * tokens stay. Source: @salesforce/core, `DEFAULT_CONNECTED_APP_INFO` and `WebOAuthServer`; which scopes it may ask for is
 * not verified.
 */
export const cliApp: OAuthApp = {
  clientId: 'PlatformCLI',
  clientSecret: '',
  name: 'Salesforce CLI',
  kind: 'connectedApp',
  redirectUris: ['http://localhost:1717/OauthRedirect'],
  scopes: ['refresh_token', 'api', 'web'],
  installed: true,
  blocked: false,
  permittedUsers: 'selfAuthorize',
  approvedProfiles: [],
  approvedPermissionSets: [],
  pkceRequired: false,
  secretRequiredForWebServerFlow: false,
  secretRequiredForRefresh: false,
  refreshTokenRotation: false,
  refreshTokenPolicy: { type: 'infinite' },
  idleRefreshTokenLimit: false,
  refreshTokenAddresses: [],
  introspectsAllTokens: false,
};
