import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { UserAccess } from './user-access.ts';

/** Source: faults in public logs of `sf project retrieve start` and older clients. */
export const METADATA_REFUSAL =
  'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions';

/** Source: Metadata API guide, Quick Start; the text above. */
export function mayUseMetadata(access: UserAccess): boolean {
  return access.has('ModifyAllData') || access.has('ModifyMetadata');
}

/** For the doors in REST; that they answer 403 with the text of the SOAP API is not verified. @throws SalesforceApiError */
export function refuseWithoutMetadata(access: UserAccess): void {
  if (mayUseMetadata(access)) return;
  throw new SalesforceApiError({ status: 403, errorCode: 'INSUFFICIENT_ACCESS', message: METADATA_REFUSAL });
}
