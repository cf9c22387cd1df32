import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { Org } from '../org/org.ts';
import type { UserAccess } from './user-access.ts';

const MESSAGES = {
  API_CURRENTLY_DISABLED: 'API is disabled for this User',
  API_DISABLED_FOR_ORG: 'The REST API is not enabled for this Organization.',
} as const;

/**
 * The API is for users with the permission API Enabled. Source: both texts are in the help of Crossbeam and other
 * integrations for this case; 403 with the second in python-social-auth's tests; with the first not verified.
 *
 * @throws SalesforceApiError 403
 */
export function refuseWithoutApi(org: Org, access: UserAccess): void {
  if (access.has('ApiEnabled')) return;
  const errorCode = org.switches.get('apiNotEnabled');
  throw new SalesforceApiError({ status: 403, errorCode, message: MESSAGES[errorCode] });
}
