/** A user of the org, as login and OAuth need it; the `User` row holds the same values. */
export interface OrgUser {
  /** 18 characters, `005…`. */
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string;
  readonly nickname: string;
  readonly isActive: boolean;
  readonly profileId: string;
  /** e.g. `Standard`. */
  readonly userType: string;
  /** IANA name, e.g. `America/Los_Angeles`. */
  readonly timeZone: string;
  /** e.g. `en_US`. */
  readonly locale: string;
  /** e.g. `en_US`. */
  readonly language: string;
  readonly lastModifiedDate: Date;
}

export interface CreateUserOptions {
  readonly username: string;
  readonly password: string;
  /**
   * What must follow the password where a program logs in with it, as for a user outside the trusted networks.
   *
   * @default none: the password alone
   */
  readonly securityToken?: string;
  /** First and last name in one; the last word is the last name. @default the username up to its @ */
  readonly name?: string;
  /** By name. @default 'System Administrator' */
  readonly profile?: string;
  /** By API name, with the namespace of a managed one, e.g. `uman__uman_Integration`. @default none */
  readonly permissionSets?: readonly string[];
  /** @default true */
  readonly isActive?: boolean;
  /** IANA name. @default 'America/Los_Angeles' */
  readonly timeZone?: string;
}

/** What is not given stays. */
export interface ChangeUserOptions {
  readonly isActive?: boolean;
  readonly isFrozen?: boolean;
  /** By name. */
  readonly profile?: string;
  /** By API name; the user has these and no others from now on. */
  readonly permissionSets?: readonly string[];
}

export interface OrgUsers {
  /** Usernames are compared without regard to case. */
  find(username: string): OrgUser | undefined;
  findById(userId: string): OrgUser | undefined;
  /** The user when the password is right and the user is active; otherwise undefined. */
  verifyPassword(username: string, password: string): OrgUser | undefined;
  /** The same for a program, whose password is followed by the user's security token, where there is one. */
  verifyApiPassword(username: string, passwordAndToken: string): OrgUser | 'needsSecurityToken' | undefined;
  /** @param id of the new row. @throws UserExistsError, UnknownAccessError */
  create(user: CreateUserOptions, id?: string): OrgUser;
  /** @throws UnknownAccessError */
  change(userId: string, changes: ChangeUserOptions): void;
}
