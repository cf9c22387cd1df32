import type { OperationResponse } from '../operations/operation.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage } from './html-page.ts';

/** A page of the org that goes no further. */
export function refusalPage(status: 403 | 404, reason: string): OperationResponse {
  return htmlPage({
    status,
    title: 'Salesforce',
    content: `<h1>You can't go on here</h1>\n<p class="alert" role="alert">${escapeHtml(reason)}</p>`,
  });
}
