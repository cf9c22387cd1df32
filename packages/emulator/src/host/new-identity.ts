import type { NewOrg } from './org-host.ts';
import type { OrgIdentity } from './org-identity.ts';

const SCRATCH_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

/** Endings of My Domain host names. Source: Salesforce Help, My Domain URL Formats (enhanced domains). */
const DOMAIN_ENDINGS = {
  production: '.my.salesforce.com',
  scratch: '.scratch.my.salesforce.com',
  developer: '-dev-ed.develop.my.salesforce.com',
} as const;

/** What a new org is like. @param number its place among the orgs of the host, from 1 */
export function newIdentity(options: NewOrg, number: number, now: Date): OrgIdentity {
  const { kind } = options;
  const domain = options.domain ?? (number === 1 ? 'emulated' : `emulated-${number}`);
  return {
    kind,
    devHub: options.devHub ?? false,
    name: options.name ?? 'Emulated Org',
    edition: options.edition ?? (kind === 'production' ? 'Enterprise Edition' : 'Developer Edition'),
    instanceName: options.instanceName ?? newInstanceName(number, kind === 'scratch'),
    myDomain: `${domain}${DOMAIN_ENDINGS[kind]}`,
    namespace: options.namespace ?? null,
    expiresAt: kind === 'scratch' ? (options.expiresAt ?? inDays(now, SCRATCH_DAYS)).toISOString() : null,
    sandboxName: null,
    parentOrgId: options.parentOrgId ?? null,
  };
}

/** Sandboxes of a production org `acme` are `acme--name.sandbox.my.salesforce.com`. */
export function sandboxIdentity(source: OrgIdentity, orgId: string, name: string, number: number): OrgIdentity {
  const [domain = ''] = source.myDomain.split('.');
  return {
    ...source,
    kind: 'sandbox',
    devHub: false,
    instanceName: newInstanceName(number, true),
    myDomain: `${domain}--${name.toLowerCase()}.sandbox.my.salesforce.com`,
    sandboxName: name,
    parentOrgId: orgId,
  };
}

/** `LOCAL` is the first org's; instances of sandboxes end with an S. No instance of Salesforce is called so. */
function newInstanceName(number: number, isTest: boolean): string {
  if (number === 1) return 'LOCAL';
  return `LO${String(number % 100)}${isTest ? 'S' : ''}`;
}

function inDays(now: Date, days: number): Date {
  const end = new Date(now.getTime() + days * DAY);
  end.setUTCMilliseconds(0);
  return end;
}
