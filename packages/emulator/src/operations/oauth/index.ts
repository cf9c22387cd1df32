import type { Operation } from '../operation.ts';
import { showAuthorize, submitAuthorize } from './authorize.ts';
import { showOAuthError } from './error-page.ts';
import { getIdentity } from './identity.ts';
import { introspectToken } from './introspect.ts';
import { getKeys } from './keys.ts';
import { getOpenIdConfiguration } from './openid-configuration.ts';
import { revokeToken } from './revoke.ts';
import { issueToken } from './token.ts';
import { getUserInfo, postUserInfo } from './userinfo.ts';

/** OAuth 2.0 and OpenID Connect, as the login host and My Domain answer it. */
export const oauthOperations: readonly Operation[] = [
  showAuthorize,
  submitAuthorize,
  showOAuthError,
  issueToken,
  revokeToken,
  introspectToken,
  getUserInfo,
  postUserInfo,
  getIdentity,
  getOpenIdConfiguration,
  getKeys,
];
