import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { Org } from '../../org/org.ts';
import { defineOperation } from '../operation.ts';
import { allowances, OWN_PERMISSION_SETS, ownPermissionSets, used } from './allowances.ts';

export const limits = defineOperation({
  name: 'Limits',
  method: 'GET',
  path: '/services/data/:version/limits',
  evidence: ['recorded', 'documented', 'practitioner', 'unverified'],
  source:
    'recorded by Nango integration templates (2026-05): names and maxima of a Developer Edition org, which other editions have ' +
    'larger, but for the API requests; how much is left of what is not counted is not verified. ' +
    'Who has not View Setup and Configuration is refused (REST API guide, Limits) with the code and text that the help of ' +
    'Crossbeam quotes; the status and the capital letter are not verified',
  batchable: true,
  handle({ org, access }) {
    if (access?.has('ViewSetup') !== true) throw limitsNotEnabled();
    return {
      status: 200,
      body: Object.fromEntries(Object.entries(allowances).map(([name, most]) => [name, limitOf(org, name, most)])),
    };
  },
});

interface Limit {
  readonly Max: number;
  readonly Remaining: number;
  readonly CreateCustom?: Limit;
}

function limitOf(org: Org, name: string, most: number): Limit {
  const limit = left(name === 'DailyApiRequests' ? org.usage.limit : most, used[name]?.(org) ?? 0);
  return name === 'PermissionSets'
    ? { ...limit, CreateCustom: left(OWN_PERMISSION_SETS, ownPermissionSets(org)) }
    : limit;
}

function left(most: number, usedOfIt: number): Limit {
  return { Max: most, Remaining: Math.max(0, most - usedOfIt) };
}

function limitsNotEnabled(): SalesforceApiError {
  return new SalesforceApiError({
    status: 403,
    errorCode: 'API_DISABLED_FOR_ORG',
    message: 'Limits resource is not enabled',
  });
}
