import type { StoredRecord } from '../dml/stored-record.ts';
import { OrgExistsError } from '../host/org-exists-error.ts';
import type { CreatedOrg } from '../host/org-host.ts';
import type { Org } from '../org/org.ts';
import { cliApp } from '../oauth/apps/cli-app.ts';
import { toShortId } from '../org/record-id.ts';
import { issueLoginCode } from './issue-login-code.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Of a scratch org whose definition says nothing else. Source: Salesforce DX guide, Create Scratch Orgs. */
const DEFAULT_DAYS = 7;

/**
 * Makes the org that a ScratchOrgInfo asks for. Source: Salesforce DX guide, Create Scratch Orgs, Scratch Org Error Codes;
 * the fields that @salesforce/core reads.
 *
 * @returns what the row becomes
 */
export function createScratchOrg(hub: Org, info: StoredRecord): StoredRecord {
  const days = Number(info['DurationDays'] ?? DEFAULT_DAYS);
  const expiresAt = new Date(hub.clock().getTime() + days * DAY_MILLISECONDS);
  const text = (name: string): string | undefined => {
    const value = info[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  let created: CreatedOrg;
  try {
    created = hub.host().create({
      kind: 'scratch',
      parentOrgId: hub.id,
      expiresAt,
      name: text('OrgName') ?? 'Company',
      edition: `${text('Edition') ?? 'Developer'} Edition`,
      ...(text('Namespace') !== undefined && { namespace: text('Namespace') ?? '' }),
      ...(text('Username') !== undefined && { admin: { username: text('Username') ?? '' } }),
    });
  } catch (error) {
    if (!(error instanceof OrgExistsError)) throw error;
    return { Status: 'Error', ErrorCode: 'C-1007' };
  }
  const { org, admin } = created;
  const AuthCode = issueLoginCode(org, {
    userId: admin.id,
    clientId: text('ConnectedAppConsumerKey') ?? cliApp.clientId,
    redirectUri: text('ConnectedAppCallbackUrl') ?? cliApp.redirectUris[0] ?? '',
    appOf: hub,
  });
  return {
    Status: 'Active',
    LoginUrl: org.url(),
    AuthCode,
    ScratchOrg: toShortId(org.id),
    SignupUsername: admin.username,
    SignupEmail: text('AdminEmail') ?? admin.email,
    SignupCountry: text('Country') ?? 'US',
    SignupLanguage: text('Language') ?? 'en_US',
    SignupInstance: org.identity.instanceName,
    ExpirationDate: expiresAt.toISOString().slice(0, 10),
  };
}
