import type { OperationResponse } from '../operations/operation.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage } from './html-page.ts';

export interface RefusalPageOptions {
  readonly status: 403 | 404;
  /** A sentence. */
  readonly reason: string;
  /** Where somebody else may log in. */
  readonly otherLogin?: string;
}

/** A page of the org that goes no further. */
export function refusalPage({ status, reason, otherLogin }: RefusalPageOptions): OperationResponse {
  const link =
    otherLogin === undefined ? '' : `\n<p><a href="${escapeHtml(otherLogin)}">Log in as someone else</a></p>`;
  return htmlPage({
    status,
    title: 'Salesforce',
    content: `<h1>You can't go on here</h1>\n<p class="alert" role="alert">${escapeHtml(reason)}</p>${link}`,
  });
}
