import { appRefusal } from '../../oauth/apps/app-refusal.ts';
import type { AppRefusal } from '../../oauth/apps/app-refusal.ts';
import { approvalPage } from '../../oauth/approval-page.ts';
import { checkAuthorizeRequest, redirectWith } from '../../oauth/authorize-request.ts';
import type { AuthorizeRequest } from '../../oauth/authorize-request.ts';
import { formFields } from '../../oauth/form-fields.ts';
import type { FormFields } from '../../oauth/form-fields.ts';
import { loginPage } from '../../oauth/login-page.ts';
import { oauthErrorPage } from '../../oauth/oauth-error-page.ts';
import type { Org } from '../../org/org.ts';
import type { OrgUser } from '../../org/org-user.ts';
import { errorPageUrl } from './error-page.ts';
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
  const refusal = appRefusal(org, request.app, login.user);
  if (refusal) return refuse(request, refusal);
  return decision === 'allow' || needsNoApproval(org, request, login.user)
    ? sendCode(org, request, login.user.id)
    : askApproval(org, request, login.user);
}

function refuse(
  { redirectUri, state }: AuthorizeRequest,
  { error, description, shownAt }: AppRefusal,
): OperationResponse {
  const answer = { error, error_description: description, state };
  return redirect(shownAt === 'callback' ? redirectWith(redirectUri, answer) : errorPageUrl(answer));
}

function logIn(org: Org, request: AuthorizeRequest, fields: FormFields): { user: OrgUser } | { problem: string } {
  const ticket = fields['login_ticket'];
  if (ticket !== undefined) {
    const userId = org.oauth.loginTickets.redeem(ticket, request.fingerprint, org.clock());
    const user = userId === undefined ? undefined : org.users.findById(userId);
    return user ? { user } : { problem: 'Your login has ended. Log in again to go on.' };
  }
  const user = org.users.verifyPassword(fields['username'] ?? '', fields['password'] ?? '');
  return user
    ? { user }
    : {
        problem:
          "Please check your username and password. If you still can't log in, contact your Salesforce administrator.",
      };
}

/** Who approved the same app and scopes before is not asked again, nor is whom an administrator has pre-authorized. */
function needsNoApproval(org: Org, { app, scopes, forcesApproval }: AuthorizeRequest, user: OrgUser): boolean {
  if (app.permittedUsers === 'adminApproved') return true;
  const approvals = org.oauth.families.approvals({ clientId: app.clientId, userId: user.id });
  return !forcesApproval && approvals.some(({ family }) => scopes.every((scope) => family.scopes.includes(scope)));
}

function askApproval(org: Org, { app, scopes, fingerprint }: AuthorizeRequest, user: OrgUser): OperationResponse {
  const loginTicket = org.oauth.loginTickets.create(user.id, fingerprint, org.clock());
  return approvalPage({ appName: app.name, username: user.username, scopes, loginTicket });
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
