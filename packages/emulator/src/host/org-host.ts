import type { MetadataSource } from '../metadata/metadata-source.ts';
import type { Org } from '../org/org.ts';
import type { OrgUser } from '../org/org-user.ts';
import type { OrgIdentity, OrgKind } from './org-identity.ts';

/** A new, empty org. */
export interface NewOrg {
  /** Sandboxes are copies: see `copyToSandbox`. */
  readonly kind: Exclude<OrgKind, 'sandbox'>;
  /** Dev Hub is switched on. @default false */
  readonly devHub?: boolean;
  /** `Organization.Name`. @default 'Emulated Org' */
  readonly name?: string;
  /** `Organization.OrganizationType`. @default 'Enterprise Edition' in production, else 'Developer Edition' */
  readonly edition?: string;
  /** First part of the org's My Domain; must be free in this host. @default made of the kind and a number */
  readonly domain?: string;
  /** `Organization.InstanceName`, at most five characters. @default one of its own */
  readonly instanceName?: string;
  readonly namespace?: string;
  /** Of a scratch org. @default in seven days */
  readonly expiresAt?: Date;
  /** The Dev Hub that makes a scratch org. */
  readonly parentOrgId?: string;
  /** The administrator. @default a username of its own, password `emulated-org-1` */
  readonly admin?: { readonly username: string; readonly password?: string };
  /** @default 15000 in scratch and Developer Edition orgs, 100000 in production. Source: Developer Limits quick reference */
  readonly dailyApiRequests?: number;
  /** Metadata that it has from the beginning. @default none */
  readonly install?: readonly MetadataSource[];
}

export interface NewSandbox {
  /** Up to ten letters and digits; usernames end with it. */
  readonly name: string;
  /** Records are copied too, as in a full sandbox. @default false: metadata, setup and users only */
  readonly withRecords?: boolean;
}

/** The org that was just made, and who can log in to it. */
export interface CreatedOrg {
  readonly org: Org;
  readonly admin: OrgUser;
  readonly password: string;
}

/** All orgs of one process, at one address. They are told apart by the access token, by the username, or by the host name. */
export interface OrgHost {
  /** Where every org is reached, e.g. `http://127.0.0.1:40123`; no trailing slash. */
  readonly url: () => string;
  /** Oldest first. */
  orgs(): readonly Org[];
  /** The org that requests without a token go to: the first one. */
  primary(): Org;
  /** @param orgId 15 or 18 characters */
  find(orgId: string): Org | undefined;
  /** The org whose access token this is (or looks like: `<org id>!…`). */
  ofToken(accessToken: string): Org | undefined;
  /** The org that has a user of this name, active or not. Usernames are unique in a host, as they are in all of Salesforce. */
  ofUsername(username: string): Org | undefined;
  /**
   * The org that a `Host` header names by its My Domain: as it is, or with `.localhost` in place of `.salesforce.com`; a
   * port is ignored.
   */
  ofHostName(hostName: string): Org | undefined;
  /** @throws OrgExistsError for a My Domain or administrator that is taken */
  create(options: NewOrg): CreatedOrg;
  /** A copy of an org as a sandbox: schema, setup and users, with usernames ending in its name. @throws OrgExistsError */
  copyToSandbox(source: Org, options: NewSandbox): CreatedOrg;
  /** Ends an org and forgets everything in it. The primary org stays. @throws UnknownOrgError */
  remove(orgId: string): void;
}

export type OrgSummary = OrgIdentity & { readonly id: string };
