import type { StoredRecord } from '../../dml/stored-record.ts';
import { escapeHtml } from '../../pages/escape-html.ts';
import { htmlPage } from '../../pages/html-page.ts';
import type { OperationResponse } from '../../operations/operation.ts';

/** How an installation stands; while it is under way the page asks for itself again. The words are this emulator's own. */
export function installResultPage(packageName: string, request: StoredRecord): OperationResponse {
  const name = escapeHtml(packageName);
  if (request['Status'] === 'IN_PROGRESS') {
    return htmlPage({
      status: 200,
      title: 'Installing | Salesforce',
      refreshSeconds: 2,
      content: `<h1>Installing ${name}…</h1>
<p role="status"><strong>${name}</strong> is being installed in this org, and its users are given access.</p>
<p class="quiet">This page looks again every 2 seconds. You can leave it: the installation goes on.</p>`,
    });
  }
  if (request['Status'] === 'SUCCESS') {
    return htmlPage({
      status: 200,
      title: 'Installation Complete | Salesforce',
      content: `<h1>Installation Complete!</h1>\n<p role="status"><strong>${name}</strong> is installed in this org.</p>`,
    });
  }
  const { errors } = JSON.parse(String(request['Errors'] ?? '{"errors":[]}')) as { errors: { message: string }[] };
  return htmlPage({
    status: 200,
    title: 'Installation Failed | Salesforce',
    content: `<h1>Installation Failed</h1>
<p class="alert" role="alert">Nothing of <strong>${name}</strong> was installed.</p>
<ul>
${errors.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('\n')}
</ul>`,
  });
}
