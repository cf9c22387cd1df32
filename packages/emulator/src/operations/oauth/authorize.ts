import { approvalPage } from '../../oauth/approval-page.ts';
import { checkAuthorizeRequest, redirectWith } from '../../oauth/authorize-request.ts';
import type { AuthorizeRequest } from '../../oauth/authorize-request.ts';
import { formFields } from '../../oauth/form-fields.ts';
import type { FormFields } from '../../oauth/form-fields.ts';
import { loginPage } from '../../oauth/login-page.ts';
import { oauthErrorPage } from '../../oauth/oauth-error-page.ts';
import type { Org } from '../../org/org.ts';
import { defineOperation } from '../operation.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';

const SOURCE = 'Salesforce Help: OAuth 2.0 Web Server Flow for Web App Integration; OAuth Authorization Errors';

/** Shows the login page, or says what is wrong with the request. */
export const showAuthorize = defineOperation({
  name: 'OAuth 2.0: authorize',
  method: 'GET',
  path: '/services/oauth2/authorize',
  evidence: ['documented'],
  source: SOURCE,
  public: true,
  countsAsApiCall: false,
  handle: (context) =>
    withRequest(context, (request) => loginPage({ appName: request.app.name, username: request.loginHint ?? '' })),
});

/**
 * Takes what the pages ask for: `username` and `password`, then `login_ticket` and `decision` (`allow` or `deny`). A
 * script may send username, password and decision at once. Who approved the same app and scopes before is not asked again.
 */
export const submitAuthorize = defineOperation({
  name: 'OAuth 2.0: authorize, login and approval',
  method: 'POST',
  takes: 'form',
  path: '/services/oauth2/authorize',
  evidence: ['documented'],
  source: SOURCE,
  public: true,
  countsAsApiCall: false,
  handle: (context) => withRequest(context, (request, fields) => submit(context.org, request, fields)),
});

function withRequest(
  { org, request }: OperationContext,
  answer: (request: AuthorizeRequest, fields: FormFields) => OperationResponse,
): OperationResponse {
  const fields = formFields(request);
  const check = checkAuthorizeRequest(fields, org.oauth.apps);
  if (check.outcome === 'page') return oauthErrorPage(check.error, check.description);
  if (check.outcome === 'redirect') return redirect(check.location);
  return answer(check.request, fields);
}

function submit(org: Org, request: AuthorizeRequest, fields: FormFields): OperationResponse {
  const decision = fields['decision'];
  if (decision === 'deny') {
    return redirect(
      redirectWith(request.redirectUri, {
        error: 'access_denied',
        error_description: 'end-user denied authorization',
        state: request.state,
      }),
    );
  }
  const login = logIn(org, request, fields);
  if ('problem' in login) {
    const username = fields['username'] ?? request.loginHint ?? '';
    return loginPage({ appName: request.app.name, username, problem: login.problem });
  }
  return decision === 'allow' || isApproved(org, request, login.userId)
    ? sendCode(org, request, login.userId)
    : askApproval(org, request, login.userId);
}

function logIn(org: Org, request: AuthorizeRequest, fields: FormFields): { userId: string } | { problem: string } {
  const ticket = fields['login_ticket'];
  if (ticket !== undefined) {
    const userId = org.oauth.loginTickets.redeem(ticket, request.fingerprint, org.clock());
    return userId === undefined ? { problem: 'Your login has ended. Log in again to go on.' } : { userId };
  }
  const user = org.users.verifyPassword(fields['username'] ?? '', fields['password'] ?? '');
  return user
    ? { userId: user.id }
    : {
        problem:
          "Please check your username and password. If you still can't log in, contact your Salesforce administrator.",
      };
}

function isApproved(org: Org, { app, scopes, forcesApproval }: AuthorizeRequest, userId: string): boolean {
  return !forcesApproval && org.oauth.families.isApproved({ clientId: app.clientId, userId, scopes });
}

function askApproval(org: Org, { app, scopes, fingerprint }: AuthorizeRequest, userId: string): OperationResponse {
  const loginTicket = org.oauth.loginTickets.create(userId, fingerprint, org.clock());
  const username = org.users.findById(userId)?.username ?? '';
  return approvalPage({ appName: app.name, username, scopes, loginTicket });
}

function sendCode(org: Org, request: AuthorizeRequest, userId: string): OperationResponse {
  const { app, redirectUri, scopes, nonce, codeChallenge, state } = request;
  const code = org.oauth.codes.create(
    { clientId: app.clientId, redirectUri, userId, scopes, nonce, codeChallenge },
    org.clock(),
  );
  return redirect(redirectWith(redirectUri, { code, state }));
}

function redirect(location: string): OperationResponse {
  return {
    status: 302,
    headers: { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  };
}
