/**
 * - `production`: a customer's org; with `devHub` also the one that scratch orgs and packages are made from
 * - `sandbox`: a copy of another org of this host
 * - `scratch`: made by a Dev Hub, ends by itself
 * - `developer`: a Developer Edition org, as anybody can sign up for
 */
export const orgKinds = ['production', 'sandbox', 'scratch', 'developer'] as const;
export type OrgKind = (typeof orgKinds)[number];

/** What tells an org from the others of its host. Kept in the org's database. */
export interface OrgIdentity {
  readonly kind: OrgKind;
  /** Dev Hub is switched on in Setup. */
  readonly devHub: boolean;
  /** `Organization.Name` of a new org. */
  readonly name: string;
  /** `Organization.OrganizationType`, e.g. `Enterprise Edition`. */
  readonly edition: string;
  /** `Organization.InstanceName`, at most five characters. */
  readonly instanceName: string;
  /** The org's own host name, e.g. `acme--rc1.sandbox.my.salesforce.com`. */
  readonly myDomain: string;
  /** `Organization.NamespacePrefix`. */
  readonly namespace: string | null;
  /** `Organization.TrialExpirationDate`, ISO 8601: when a scratch org ends. */
  readonly expiresAt: string | null;
  /** The sandbox's name, as its usernames end with it. */
  readonly sandboxName: string | null;
  /** The org it was copied from (sandbox) or made by (scratch): 18 characters. */
  readonly parentOrgId: string | null;
}

/** Sandboxes and scratch orgs: `IsSandbox` is true in both, and they log in at the sandbox door. */
export function isTestOrg({ kind }: Pick<OrgIdentity, 'kind'>): boolean {
  return kind === 'sandbox' || kind === 'scratch';
}

/** A Developer Edition org on its own, as files without an identity hold one. */
export const developerOrg: OrgIdentity = {
  kind: 'developer',
  devHub: false,
  name: 'Emulated Org',
  edition: 'Developer Edition',
  instanceName: 'LOCAL',
  myDomain: 'emulated-dev-ed.develop.my.salesforce.com',
  namespace: null,
  expiresAt: null,
  sandboxName: null,
  parentOrgId: null,
};
