import type { OperationResponse } from '../operations/operation.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { htmlPage } from '../pages/html-page.ts';
import { describeScope } from './scopes.ts';

export interface ApprovalPageOptions {
  readonly appName: string;
  readonly username: string;
  readonly scopes: readonly string[];
  /** Proves the login that came before. */
  readonly loginTicket: string;
}

/** Asks the user to allow or deny access: the fields are `login_ticket` and `decision`, which is `allow` or `deny`. */
export function approvalPage({ appName, username, scopes, loginTicket }: ApprovalPageOptions): OperationResponse {
  const items = scopes.map((scope) => `<li>${escapeHtml(describeScope(scope))}</li>`).join('\n');
  return htmlPage({
    status: 200,
    title: 'Allow Access? | Salesforce',
    content: `<h1>Allow Access?</h1>
<p><strong>${escapeHtml(appName)}</strong> is asking to:</p>
<ul>
${items}
</ul>
<p>Do you want to allow access for ${escapeHtml(username)}?</p>
<form method="post">
<input type="hidden" name="login_ticket" value="${escapeHtml(loginTicket)}">
<div class="actions">
<button type="submit" name="decision" value="deny" class="plain">Deny</button>
<button type="submit" name="decision" value="allow">Allow</button>
</div>
</form>
<p class="quiet" style="margin-top:1rem">Not you? Go back and log in as someone else. Access can be taken back at any time.</p>`,
  });
}
