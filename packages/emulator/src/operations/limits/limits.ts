import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { defineOperation } from '../operation.ts';

export const limits = defineOperation({
  name: 'Limits',
  method: 'GET',
  path: '/services/data/:version/limits',
  evidence: ['recorded', 'documented', 'practitioner', 'unverified'],
  source:
    'recorded by Nango integration templates (2026-05); only the limits that this emulator has are listed. ' +
    'Who has not View Setup and Configuration is refused (REST API guide, Limits) with the code and text that the help of ' +
    'Crossbeam quotes; the status and the capital letter are not verified',
  batchable: true,
  handle({ org, access }) {
    if (access?.has('ViewSetup') !== true) throw limitsNotEnabled();
    const { limit } = org.usage;
    return { status: 200, body: { DailyApiRequests: { Max: limit, Remaining: limit - org.usage.used() } } };
  },
});

function limitsNotEnabled(): SalesforceApiError {
  return new SalesforceApiError({
    status: 403,
    errorCode: 'API_DISABLED_FOR_ORG',
    message: 'Limits resource is not enabled',
  });
}
