import { parseApiFaults } from '../errors/api-fault.ts';
import { createSalesforceError, type FaultContext } from '../errors/create-salesforce-error.ts';
import type { SalesforceError } from '../errors/salesforce-error.ts';
import type { OrgTransport } from './org-transport.ts';
import type { Subanswer } from './send-composite.ts';

/** The error of a part of a composite request that was refused. Like any other it uses what the org is known to have. */
export function refusedPart(
  { knows }: Pick<OrgTransport, 'knows'>,
  { status, body }: Pick<Subanswer, 'status' | 'body'>,
  context: Omit<FaultContext, 'httpStatus' | 'knows'>,
): SalesforceError {
  return createSalesforceError(parseApiFaults(body), { ...context, httpStatus: status, knows });
}
