import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { formFields } from '../../oauth/form-fields.ts';
import type { FormFields } from '../../oauth/form-fields.ts';
import { redeemCode } from '../../oauth/grants/authorization-code.ts';
import { clientCredentials } from '../../oauth/grants/client-credentials.ts';
import type { Grant } from '../../oauth/grants/grant-context.ts';
import { bearerAssertion } from '../../oauth/grants/jwt-bearer.ts';
import { refreshTokens } from '../../oauth/grants/refresh-token.ts';
import { usernamePassword } from '../../oauth/grants/username-password.ts';
import { loginScope } from '../../oauth/login-scope.ts';
import { oauthError } from '../../oauth/oauth-error.ts';
import { readAssertion } from '../../oauth/verify-assertion.ts';
import type { Org } from '../../org/org.ts';
import { defineOperation } from '../operation.ts';

interface Flow {
  readonly grant: Grant;
  /** The first org of these that the request is about. */
  readonly isAbout: (org: Org, fields: FormFields) => boolean;
}

const FLOWS: ReadonlyMap<string, Flow> = new Map([
  ['authorization_code', { grant: redeemCode, isAbout: (org, { code = '' }) => org.oauth.codes.knows(code) }],
  [
    'refresh_token',
    {
      grant: refreshTokens,
      isAbout: (org, { refresh_token: token = '' }) => org.oauth.families.findRefreshToken(token) !== undefined,
    },
  ],
  [
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    {
      grant: bearerAssertion,
      isAbout: (org, { assertion = '' }) => org.users.find(readAssertion(assertion)?.sub ?? '') !== undefined,
    },
  ],
  [
    'client_credentials',
    {
      grant: clientCredentials,
      isAbout: (org, { client_id: id = '' }) => org.oauth.apps.find(id)?.clientCredentialsUser !== undefined,
    },
  ],
  [
    'password',
    { grant: usernamePassword, isAbout: (org, { username = '' }) => org.users.find(username) !== undefined },
  ],
]);

/** Flows that Salesforce has and this emulator does not. */
const OTHER_GRANTS = new Set([
  'device',
  'assertion',
  'hybrid_auth_code',
  'hybrid_refresh',
  'urn:ietf:params:oauth:grant-type:hybrid-token',
  'urn:ietf:params:oauth:grant-type:saml2-bearer',
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'urn:ietf:params:oauth:grant-type:device_code',
]);

/** Issues tokens. Failures are answers, not exceptions: what they change stays. */
export const issueToken = defineOperation({
  name: 'OAuth 2.0: token',
  method: 'POST',
  takes: 'form',
  path: '/services/oauth2/token',
  evidence: ['documented', 'client', 'practitioner', 'unverified'],
  source:
    'Salesforce Help: OAuth 2.0 Web Server, Refresh Token, JWT Bearer, Client Credentials and Username-Password Flow, Refresh Token Rotation, OAuth Authorization Errors; responses as in Salesforce Platform APIs (Postman); the sf CLI and openid-client; each flow says what it believes without a source',
  public: true,
  countsAsApiCall: false,
  async handle(context) {
    const { org, request } = context;
    const fields = formFields(request);
    const grantType = fields['grant_type'];
    if (grantType === undefined) return oauthError('invalid_request', 'missing required parameter: grant_type');
    if (OTHER_GRANTS.has(grantType)) throw new NotEmulatedError(`grant_type=${grantType}`);
    const flow = FLOWS.get(grantType);
    if (!flow) return oauthError('unsupported_grant_type', 'grant type not supported');
    const scope = loginScope(context);
    const meant = scope.orgs.find((candidate) => flow.isAbout(candidate, fields)) ?? scope.orgs[0] ?? org;
    return flow.grant({ org: meant, scope, request, fields });
  },
});
