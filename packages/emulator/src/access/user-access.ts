import type { OrgSchema } from '../schema/object-definition.ts';
import type { LoginPolicies } from './login-policies.ts';
import type { RecordTypeAccess } from './record-type-access.ts';
import type { LoginPolicy } from './login-policy.ts';

/** What decides whether a user may log in; see `loginRefusal`. */
export interface LoginConditions {
  /** False for a user that does not exist. */
  readonly isActive: boolean;
  readonly isFrozen: boolean;
  readonly policy: LoginPolicy;
}

/** What one user may see and do in the org, now. */
export interface UserAccess {
  /** What the user can see of the org's schema; what can be written follows the user's permissions. */
  readonly schema: OrgSchema;
  /** @param permission a user permission by its name in metadata, e.g. `ApiEnabled` */
  has(permission: string): boolean;
  readonly login: LoginConditions;
  readonly recordTypes: RecordTypeAccess;
  /** Changes whenever anybody's permissions do. */
  readonly version: string;
}

export interface OrgAccess {
  /** Of a user that does not exist, nothing. */
  of(userId: string): UserAccess;
  readonly loginPolicies: LoginPolicies;
  /** Gives the standard profiles their permissions on what has come to the schema, before those are read or changed. */
  keepProfiles(): void;
  /** When permissions or the schema last changed, to the second. */
  modifiedAt(): Date;
}
