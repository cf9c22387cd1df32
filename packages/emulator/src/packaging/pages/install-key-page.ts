import { escapeHtml } from '../../pages/escape-html.ts';
import { htmlPage } from '../../pages/html-page.ts';
import type { OperationResponse } from '../../operations/operation.ts';

export interface InstallKeyPageOptions {
  /** Who installs. */
  readonly username: string;
  /** Where it is installed. */
  readonly orgName: string;
  /** Where somebody else may log in. */
  readonly otherLogin: string;
  /** What is wrong with the key that was given. */
  readonly problem?: string;
}

/**
 * Asks for the installation key, in the field `installKey`, before it says anything of the package.
 * Source: packaging guide, Package Installation Key for Second-Generation Managed Packages.
 */
export function installKeyPage({ username, orgName, otherLogin, problem }: InstallKeyPageOptions): OperationResponse {
  const invalid = problem === undefined ? '' : ' aria-describedby="problem" aria-invalid="true"';
  return htmlPage({
    status: problem === undefined ? 200 : 400,
    title: 'Install Package | Salesforce',
    content: `<h1>Install Package</h1>
${problem === undefined ? '' : `<p class="alert" role="alert" id="problem">${escapeHtml(problem)}</p>`}
<p>This package is protected. Its publisher gives you the key to install it into <strong>${escapeHtml(orgName)}</strong>.</p>
<form method="post">
<label for="installKey">Installation key</label>
<input id="installKey" name="installKey" type="password" autocomplete="off" required autofocus${invalid}>
<button type="submit">Continue</button>
</form>
<p class="quiet" style="margin-top:1rem">You are logged in as ${escapeHtml(username)}. <a href="${escapeHtml(otherLogin)}">Log in as someone else</a></p>`,
  });
}
