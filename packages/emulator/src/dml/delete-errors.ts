import { SalesforceApiError } from '../http/salesforce-api-error.ts';

/**
 * Children that must not lose their parent. Source: the answer to the delete of a contact with cases, quoted in the source
 * of a public connector ("Your attempt to delete Mr. Josh Davis could not be completed because it is associated with the
 * following cases.: 00001005\n").
 *
 * @param things the children's plural label in small letters
 */
export function associatedWith(name: string, things: string, children: readonly string[]): SalesforceApiError {
  return deleteFailed(name, `it is associated with the following ${things}`, children);
}

/** Source: an answer of the batch resource in the tests of a public client (an account with three closed opportunities). */
export function closedWonOpportunities(name: string, opportunities: readonly string[]): SalesforceApiError {
  return deleteFailed(
    name,
    'some opportunities in that account were closed won. The opportunities that could not be deleted are shown below',
    opportunities,
  );
}

function deleteFailed(name: string, reason: string, names: readonly string[]): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'DELETE_FAILED',
    message: `Your attempt to delete ${name} could not be completed because ${reason}.: ${names.join(', ')}\n`,
    fields: [],
  });
}
