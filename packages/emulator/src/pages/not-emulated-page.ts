import type { OperationResponse } from '../operations/operation.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage } from './html-page.ts';

/** For a person who came to a page of Salesforce that this emulator does not have. @param message `NOT_EMULATED …` */
export function notEmulatedPage(message: string): OperationResponse {
  return htmlPage({
    status: 501,
    title: 'Not emulated',
    content: `<h1>This page is not emulated</h1>
<p>The emulated org has Salesforce's APIs, the pages to log in and to allow an app, and the page that installs packages; it has no other pages.</p>
<p><code>${escapeHtml(message)}</code></p>`,
  });
}
