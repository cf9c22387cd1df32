import type { OperationResponse } from '../operations/operation.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { htmlPage } from '../pages/html-page.ts';

/** For requests that must not be redirected: the client or where it wants the user back cannot be trusted. */
export function oauthErrorPage(error: string, description: string): OperationResponse {
  return htmlPage({
    status: 400,
    title: 'OAuth Error | Salesforce',
    content: `<h1>OAuth Error</h1>
<p class="alert" role="alert">We can’t authorize you because of an OAuth error. For more information, contact your Salesforce administrator.</p>
<p><code>${escapeHtml(error)}</code> : ${escapeHtml(description)}</p>`,
  });
}
