import { formFields } from '../../oauth/form-fields.ts';
import { loginScope } from '../../oauth/login-scope.ts';
import { oauthError } from '../../oauth/oauth-error.ts';
import { orgOfToken } from '../../oauth/token-org.ts';
import { defineOperation } from '../operation.ts';

/** Ends an access token; or a refresh token, with its family and every access token that came from it. */
export const revokeToken = defineOperation({
  name: 'OAuth 2.0: revoke',
  method: 'POST',
  takes: 'form',
  path: '/services/oauth2/revoke',
  evidence: ['documented'],
  source: 'Salesforce Help: Revoke OAuth Tokens; Salesforce Platform APIs (Postman)',
  public: true,
  countsAsApiCall: false,
  handle(context) {
    const token = formFields(context.request)['token'];
    if (token === undefined) return oauthError('invalid_request', 'missing required parameter: token');
    const org = orgOfToken(loginScope(context), token);
    const known = org?.oauth.families.findRefreshToken(token);
    if (org && known && !known.isRotated) {
      org.transaction(() => {
        org.oauth.families.revoke(known.family.id);
        org.sessions.revokeForFamily(known.family.id);
      });
      return { status: 200 };
    }
    if (!org?.sessions.find(token)) return oauthError('unsupported_token_type', 'this token type is not supported');
    org.sessions.expire(token);
    return { status: 200 };
  },
});
