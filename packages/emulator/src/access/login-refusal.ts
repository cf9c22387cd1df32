import type { Org } from '../org/org.ts';
import { isWithinHours, isWithinRanges } from './login-policy.ts';

/** Why a user may not log in. Each door says it in words of its own. */
export type LoginRefusal = 'inactiveUser' | 'frozenUser' | 'loginHours' | 'ipRestricted';

export interface LoginAttempt {
  /** Where it comes from. */
  readonly ip: string;
  /** @default now, as the org's clock has it */
  readonly at?: Date;
}

/**
 * Whether this user may log in now and from there, the right password or token taken for granted; undefined: yes.
 * Source: Salesforce Help, Deactivate Users, Freeze or Unfreeze User Accounts, Set Login Hours, Restrict Login IP Addresses.
 */
export function loginRefusal(
  org: Org,
  user: { readonly id: string },
  { ip, at = org.clock() }: LoginAttempt,
): LoginRefusal | undefined {
  const { login } = org.access.of(user.id);
  return (
    sessionRefusal(org, user, { at }) ?? (isWithinRanges(login.policy.loginIpRanges, ip) ? undefined : 'ipRestricted')
  );
}

/**
 * Whether a session of this user still works. That a frozen user's does not is not documented; login hours: "can't take
 * any further action" once they have ended.
 */
export function sessionRefusal(
  org: Org,
  user: { readonly id: string },
  { at = org.clock() }: Pick<LoginAttempt, 'at'> = {},
): LoginRefusal | undefined {
  const { login } = org.access.of(user.id);
  if (!login.isActive) return 'inactiveUser';
  if (login.isFrozen) return 'frozenUser';
  const { loginHours } = login.policy;
  return loginHours === undefined || isWithinHours(loginHours, at, timeZoneOf(org)) ? undefined : 'loginHours';
}

function timeZoneOf(org: Org): string {
  const row = org.statements.prepare('SELECT "TimeZoneSidKey" AS zone FROM "Organization"').get();
  return typeof row?.['zone'] === 'string' ? row['zone'] : 'UTC';
}
