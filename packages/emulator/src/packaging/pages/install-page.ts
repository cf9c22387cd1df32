import { escapeHtml } from '../../oauth/escape-html.ts';
import { htmlPage } from '../../oauth/html-page.ts';
import type { OperationResponse } from '../../operations/operation.ts';
import type { PublishedVersion } from '../find-package-version.ts';
import { versionNumberOf } from './version-number.ts';

export interface InstallPageOptions {
  readonly published: PublishedVersion;
  /** An earlier version is there. */
  readonly upgrades: boolean;
  /** Why nothing was installed. */
  readonly problem?: string;
}

const radio = 'style="width:auto;margin:0 .5rem 0 0"';

/**
 * What is installed, and for whom: the fields are `security` (`none`: admins only, `full`: all users) and `installKey`.
 * The form is posted to the URL it was got from.
 */
export function installPage({ published, upgrades, problem }: InstallPageOptions): OperationResponse {
  const { package2, subscriberVersion, content } = published;
  const name = escapeHtml(String(package2['Name']));
  const details: readonly (readonly [label: string, value: unknown])[] = [
    ['Publisher', subscriberVersion['PublisherName']],
    ['Version name', subscriberVersion['Name']],
    ['Version number', versionNumberOf(subscriberVersion)],
    ['Description', subscriberVersion['Description'] ?? package2['Description']],
  ];
  return htmlPage({
    status: problem === undefined ? 200 : 400,
    title: `${upgrades ? 'Upgrade' : 'Install'} ${String(package2['Name'])} | Salesforce`,
    content: `<h1>${upgrades ? 'Upgrade' : 'Install'} ${name}</h1>
${problem === undefined ? '' : `<p class="alert" role="alert">${escapeHtml(problem)}</p>`}
<ul>
${details
  .filter(([, value]) => typeof value === 'string')
  .map(([label, value]) => `<li>${label}: <strong>${escapeHtml(value as string)}</strong></li>`)
  .join('\n')}
</ul>
<form method="post">
${content.installKey === null ? '' : '<label for="installKey">Installation key</label>\n<input id="installKey" name="installKey" type="password" autocomplete="off" required>'}
<label><input ${radio} type="radio" name="security" value="none" checked>Install for Admins Only</label>
<label><input ${radio} type="radio" name="security" value="full">Install for All Users</label>
<label><input ${radio} type="radio" name="security" value="custom">Install for Specific Profiles…</label>
<p></p>
<button type="submit">${upgrades ? 'Upgrade' : 'Install'}</button>
</form>`,
  });
}
