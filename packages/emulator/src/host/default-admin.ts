import { randomBytes } from 'node:crypto';
import type { NewOrg } from './org-host.ts';
import type { OrgIdentity } from './org-identity.ts';

export const DEFAULT_PASSWORD = 'emulated-org-1';

export interface NewAdmin {
  readonly username: string;
  readonly password: string;
}

/** The administrator of a new org, with a username that no other org has. Scratch orgs name theirs `test-…@example.com`. */
export function newAdmin({ admin, kind }: NewOrg, { myDomain }: OrgIdentity, number: number): NewAdmin {
  const [domain = ''] = myDomain.split('.');
  const username =
    kind === 'scratch' ? `test-${randomWord()}@example.com` : `admin@${number === 1 ? 'uman' : domain}.test`;
  return { username: admin?.username ?? username, password: admin?.password ?? DEFAULT_PASSWORD };
}

/** Twelve letters and digits. */
function randomWord(): string {
  return randomBytes(16).toString('base64url').replace(/[-_]/g, '').toLowerCase().padEnd(12, '0').slice(0, 12);
}
