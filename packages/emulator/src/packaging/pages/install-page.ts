import { escapeHtml } from '../../pages/escape-html.ts';
import { htmlPage } from '../../pages/html-page.ts';
import type { OperationResponse } from '../../operations/operation.ts';
import type { PublishedVersion } from '../find-package-version.ts';
import { versionNumberOf } from '../version-number.ts';

/** For whom: administrators only, all users, or some profiles. */
export type InstallSecurity = 'none' | 'full' | 'custom';

export interface InstallPageOptions {
  readonly published: PublishedVersion;
  /** An earlier version is there. */
  readonly upgrades: boolean;
  /** What is chosen already. */
  readonly security: InstallSecurity;
  /** Profiles to choose from; of standard ones, access cannot be chosen. */
  readonly profiles: readonly { readonly id: string; readonly name: string; readonly isChosen: boolean }[];
  /** Who installs. */
  readonly username: string;
  /** Where it is installed. */
  readonly orgName: string;
  /** Where somebody else may log in. */
  readonly otherLogin: string;
  /** The right one, as it was given; undefined where none is needed. */
  readonly installKey: string | undefined;
  /** Why nothing was installed. */
  readonly problem?: string;
}

/**
 * What is installed, where, and for whom: the fields are `security` (`none`: admins only, `full`: all users, `custom`:
 * the profiles of which there is a field `profile-<id>`) and `installKey`, where the package is protected. The form is posted to the URL it was got from.
 */
export function installPage(options: InstallPageOptions): OperationResponse {
  const { published, upgrades, security, profiles, username, orgName, otherLogin, installKey, problem } = options;
  const { package2, subscriberVersion } = published;
  const name = escapeHtml(String(package2['Name']));
  const details: readonly (readonly [label: string, value: unknown])[] = [
    ['Into', orgName],
    ['Publisher', subscriberVersion['PublisherName']],
    ['Version name', subscriberVersion['Name']],
    ['Version number', versionNumberOf(subscriberVersion)],
    ['Description', subscriberVersion['Description'] ?? package2['Description']],
  ];
  return htmlPage({
    status: problem === undefined ? 200 : 400,
    title: `${upgrades ? 'Upgrade' : 'Install'} ${String(package2['Name'])} | Salesforce`,
    content: `<h1>${upgrades ? 'Upgrade' : 'Install'} ${name}</h1>
${problem === undefined ? '' : `<p class="alert" role="alert" id="problem">${escapeHtml(problem)}</p>`}
<dl>
${details
  .filter(([, value]) => typeof value === 'string')
  .map(([label, value]) => `<dt>${label}</dt>\n<dd>${escapeHtml(value as string)}</dd>`)
  .join('\n')}
</dl>
<form method="post">
${installKey === undefined ? '' : `<input type="hidden" name="installKey" value="${escapeHtml(installKey)}">`}
<fieldset>
<legend>Who gets access?</legend>
${choice('none', 'Install for Admins Only', security === 'none' ? ' checked' : '')}
${choice('full', 'Install for All Users', security === 'full' ? ' checked' : '')}
${profiles.length === 0 ? '' : profileChoices(security, profiles)}</fieldset>
<button type="submit">${upgrades ? 'Upgrade' : 'Install'}</button>
</form>
<p class="quiet" style="margin-top:1rem">You are logged in as ${escapeHtml(username)}. <a href="${escapeHtml(otherLogin)}">Log in as someone else</a></p>`,
  });
}

function profileChoices(security: InstallSecurity, profiles: InstallPageOptions['profiles']): string {
  return `${choice('custom', 'Install for Specific Profiles…', security === 'custom' ? ' checked' : '')}
<fieldset class="within">
<legend>Profiles with full access</legend>
${profiles
  .map(
    ({ id, name, isChosen }) =>
      `<label class="choice"><input type="checkbox" name="profile-${escapeHtml(id)}" value="full"${isChosen ? ' checked' : ''}><span>${escapeHtml(name)}</span></label>`,
  )
  .join('\n')}
</fieldset>
`;
}

function choice(value: string, label: string, state: string): string {
  return `<label class="choice"><input type="radio" name="security" value="${value}"${state}><span>${label}</span></label>`;
}
