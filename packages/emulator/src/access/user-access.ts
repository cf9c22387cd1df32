import type { OrgSchema } from '../schema/object-definition.ts';

/** What one user may see and do in the org, now. */
export interface UserAccess {
  /** What the user can see of the org's schema; what can be written follows the user's permissions. */
  readonly schema: OrgSchema;
  /** @param permission a user permission by its name in metadata, e.g. `ApiEnabled` */
  has(permission: string): boolean;
  /** Changes whenever anybody's permissions do. */
  readonly version: string;
}

export interface OrgAccess {
  /** Of a user that does not exist, nothing. */
  of(userId: string): UserAccess;
  /** When permissions or the schema last changed, to the second. */
  modifiedAt(): Date;
}
