import type { OperationResponse } from '../operations/operation.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { htmlPage } from '../pages/html-page.ts';

export interface LoginPageOptions {
  readonly appName: string;
  /** Filled in already; from `login_hint` or the try before. */
  readonly username: string;
  /** Why the page is shown again. */
  readonly problem?: string;
}

/**
 * Asks for username and password. The form is posted to the URL it was got from, so a script can post `username` and
 * `password` (and `decision=allow`, to approve in the same step) to the authorization URL itself.
 */
export function loginPage({ appName, username, problem }: LoginPageOptions): OperationResponse {
  const describedBy = problem === undefined ? '' : ' aria-describedby="problem" aria-invalid="true"';
  return htmlPage({
    status: problem === undefined ? 200 : 400,
    title: 'Login | Salesforce',
    content: `<h1>Log in to Salesforce</h1>
<p>to continue to <strong>${escapeHtml(appName)}</strong></p>
${problem === undefined ? '' : `<p class="alert" role="alert" id="problem">${escapeHtml(problem)}</p>`}
<form method="post">
<label for="username">Username</label>
<input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${escapeHtml(username)}"${username === '' ? ' autofocus' : ''}${describedBy}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${username === '' ? '' : ' autofocus'}${describedBy}>
<button type="submit">Log In</button>
</form>`,
  });
}
