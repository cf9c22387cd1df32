import type { UpdateFields } from '../fields/record-fields.ts';
import type { VisibleFields } from '../reads/visible-fields.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { AccountFields, Accounts } from './accounts.ts';
import { createObjectClient } from './create-object-client.ts';
import { readAccountProfile } from './read-account-profile.ts';

export function createAccounts(transport: OrgTransport, visible: VisibleFields): Accounts {
  return {
    ...createObjectClient<AccountFields, UpdateFields<'Account'>>(transport, 'Account'),
    profile: async (id, options = {}) => readAccountProfile(id, options, { transport, visible }),
  };
}
