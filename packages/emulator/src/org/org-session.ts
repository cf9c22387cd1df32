/** A login of one user, as an access token stands for it. */
export interface OrgSession {
  /** `<org id, 15 characters>!<secret>`. */
  readonly accessToken: string;
  readonly userId: string;
  /** The app it was issued to; undefined where no OAuth flow made it. */
  readonly clientId: string | undefined;
  /** Granted scopes, e.g. `['api', 'refresh_token']`. */
  readonly scopes: readonly string[];
  /** The family of refresh tokens it belongs to: revoking the family ends it. */
  readonly familyId: string | undefined;
  readonly issuedAt: Date;
}

export interface IssueSessionOptions {
  readonly userId: string;
  readonly clientId?: string;
  /** @default ['full'] */
  readonly scopes?: readonly string[];
  readonly familyId?: string;
}

export interface OrgSessions {
  issue(options: IssueSessionOptions): OrgSession;
  /** Undefined when the token is unknown, expired or revoked. */
  find(accessToken: string): OrgSession | undefined;
  /** From now on the token answers 401 INVALID_SESSION_ID. Unknown tokens are left alone. */
  expire(accessToken: string): void;
  /** After how many minutes without use a session ends; undefined: never, as in a new org here. Kept with the org. */
  setTimeoutMinutes(minutes: number | undefined): void;
  timeoutMinutes(): number | undefined;
  /** When a session ends unless it is used; undefined: never. */
  expiryOf(session: OrgSession): Date | undefined;
  /** Ends every session of this user; without one, of everybody. */
  expireAll(userId?: string): void;
  /** Ends every session that came from this family of refresh tokens. */
  revokeForFamily(familyId: string): void;
  /** Ends every session of an app. */
  revokeForApp(clientId: string): void;
}
