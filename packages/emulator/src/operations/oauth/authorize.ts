import { appRefusal } from '../../oauth/apps/app-refusal.ts';
import type { AppRefusal } from '../../oauth/apps/app-refusal.ts';
import { knownApp } from '../../oauth/apps/known-app.ts';
import { approvalPage } from '../../oauth/approval-page.ts';
import { checkAuthorizeRequest, redirectWith } from '../../oauth/authorize-request.ts';
import type { AuthorizeRequest } from '../../oauth/authorize-request.ts';
import { formFields } from '../../oauth/form-fields.ts';
import type { FormFields } from '../../oauth/form-fields.ts';
import { loginScope } from '../../oauth/login-scope.ts';
import { loginPage } from '../../oauth/login-page.ts';
import { passwordLogin } from '../../oauth/password-login.ts';
import type { PasswordLogin } from '../../oauth/password-login.ts';
import { oauthErrorPage } from '../../oauth/oauth-error-page.ts';
import type { Org } from '../../org/org.ts';
import type { OrgUser } from '../../org/org-user.ts';
import { isFromAnotherSite } from '../../pages/is-from-another-site.ts';
import { refusalPage } from '../../pages/refusal-page.ts';
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
  handle: (context) =>
    isFromAnotherSite(context.request)
      ? refusalPage({ status: 403, reason: 'This was sent from a page of another site. Begin again at the app.' })
      : withRequest(context, (request, fields) => submit(context, request, fields)),
});

function withRequest(
  context: OperationContext,
  answer: (request: AuthorizeRequest, fields: FormFields) => OperationResponse,
): OperationResponse {
  const fields = formFields(context.request);
  const org = loginScope(context).orgs[0] ?? context.org;
  const check = checkAuthorizeRequest(fields, { find: (clientId) => knownApp(context.host, org, clientId) });
  if (check.outcome === 'page') return oauthErrorPage(check.error, check.description);
  if (check.outcome === 'redirect') return redirect(check.location);
  return answer(check.request, fields);
}

function submit(context: OperationContext, request: AuthorizeRequest, fields: FormFields): OperationResponse {
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
  const login = logIn(context, request, fields);
  if ('problem' in login) {
    const username = fields['username'] ?? request.loginHint ?? '';
    return loginPage({ appName: request.app.name, username, problem: login.problem });
  }
  const { org, user } = login;
  const app = knownApp(context.host, org, request.app.clientId) ?? request.app;
  const refusal = appRefusal(org, app, user);
  if (refusal) return refuse(request, refusal);
  return decision === 'allow' || needsNoApproval(org, { ...request, app }, user)
    ? sendCode(org, { ...request, app }, user.id)
    : askApproval(org, request, user);
}

function refuse(
  { redirectUri, state }: AuthorizeRequest,
  { error, description, shownAt }: AppRefusal,
): OperationResponse {
  const answer = { error, error_description: description, state };
  return redirect(shownAt === 'callback' ? redirectWith(redirectUri, answer) : errorPageUrl(answer));
}

/** The user and their org: usernames are unique among all orgs. */
function logIn(context: OperationContext, request: AuthorizeRequest, fields: FormFields): PasswordLogin {
  const { orgs } = loginScope(context);
  const ticket = fields['login_ticket'];
  if (ticket !== undefined) {
    for (const org of orgs) {
      const userId = org.oauth.loginTickets.redeem(ticket, request.fingerprint, org.clock());
      const user = userId === undefined ? undefined : org.users.findById(userId);
      if (user) return { org, user };
    }
    return { problem: 'Your login has ended. Log in again to go on.' };
  }
  return passwordLogin(context, fields);
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
  // An app that only another org has becomes known here, though not installed.
  const { developerName: _, ...known } = app;
  if (!org.oauth.apps.find(app.clientId)) org.oauth.apps.register(known);
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
