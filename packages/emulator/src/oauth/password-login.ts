import { loginRefusal } from '../access/login-refusal.ts';
import { callerAddress } from '../http/caller-address.ts';
import type { OperationContext } from '../operations/operation.ts';
import type { Org } from '../org/org.ts';
import type { OrgUser } from '../org/org-user.ts';
import type { FormFields } from './form-fields.ts';
import { loginScope } from './login-scope.ts';

export type PasswordLogin = { readonly org: Org; readonly user: OrgUser } | { readonly problem: string };

/** Who logs in by `username` and `password`, and their org: usernames are unique among all orgs. */
export function passwordLogin(context: OperationContext, fields: FormFields): PasswordLogin {
  for (const org of loginScope(context).orgs) {
    const user = org.users.verifyPassword(fields['username'] ?? '', fields['password'] ?? '');
    if (!user) continue;
    const refusal = loginRefusal(org, user, { ip: callerAddress(context.request) });
    return refusal
      ? { problem: 'You may not log in now, or from here. Contact your Salesforce administrator.' }
      : { org, user };
  }
  return {
    problem:
      "Please check your username and password. If you still can't log in, contact your Salesforce administrator.",
  };
}
