import type { CloneProfileOptions } from './access/clone-profile.ts';
import type { LoginPolicy } from './access/login-policy.ts';
import type { OrgIdentity } from './host/org-identity.ts';
import type { SnapshotSummary } from './host/snapshots.ts';
import type { RequestFilter } from './http/request-filter.ts';
import type { Seed, SeedReport } from './seed/seed.ts';
import type { LoggedRequest } from './http/request-log.ts';
import type { InstallReport } from './metadata/install-report.ts';
import type { MetadataSource } from './metadata/metadata-source.ts';
import type { RegisterAppOptions } from './oauth/apps/oauth-app.ts';
import type { ChangeUserOptions, CreateUserOptions } from './org/org-user.ts';
import type { HeldPackaging } from './packaging/requests/held-packaging.ts';
import type { HeldDeployments } from './metadata/deploy/held-deployments.ts';
import type { SwitchValues } from './org/org-switches.ts';
import type { OrgTime } from './org/org-time.ts';

/** The look and hand that tests have on one org from outside. Nothing here is an API call. */
export interface EmulatedOrg {
  /** `id`: 18 characters, `00D…`; with what kind of org it is, its My Domain and the like. */
  readonly org: { readonly id: string } & OrgIdentity;
  readonly admin: { readonly username: string; readonly password: string; readonly userId: string };
  /** What time it is there. */
  readonly time: OrgTime;
  /**
   * Deploys source-format metadata; the same source again changes nothing.
   *
   * @throws MetadataError naming the file and what in it is not supported: nothing is silently ignored
   */
  install(source: MetadataSource): InstallReport;
  /**
   * A connected or external client app, as installed in this org unless it says otherwise; the same client id again
   * replaces it. Blocking an app ends its sessions.
   */
  registerApp(app: RegisterAppOptions): { clientId: string; clientSecret: string };
  /** @throws UserExistsError */
  createUser(user: CreateUserOptions): { userId: string };
  /** As an administrator does in Setup: deactivates, freezes, gives another profile. @throws UnknownUserError, UnknownAccessError */
  changeUser(username: string, changes: ChangeUserOptions): void;
  /** Setup → Profiles → Clone. @throws UnknownAccessError, ProfileExistsError */
  cloneProfile(profile: CloneProfileOptions): { profileId: string };
  /** Login hours and login IP ranges of a profile, in place of those it had. @throws UnknownAccessError */
  setLoginPolicy(profile: string, policy: LoginPolicy): void;
  /** A session without OAuth. @default of the administrator @throws UnknownUserError */
  issueSession(user?: { username: string }): { accessToken: string; instanceUrl: string };
  /** From now on the token answers 401 INVALID_SESSION_ID. */
  expireSession(accessToken: string): void;
  /** Ends all sessions of a user, or of everybody. @throws UnknownUserError */
  endSessions(user?: { username: string }): void;
  /** Setup → Session Settings: minutes without use after which a session ends. @default never */
  setSessionTimeout(minutes: number | undefined): void;
  /** Creates records as the administrator, all or none. @throws SeedError */
  seed(seed: Seed): SeedReport;
  /** Setup → Notes Settings. While off, ContentNote does not exist. */
  setNotesEnabled(enabled: boolean): void;
  /** Setup → Person Accounts: from now on accounts can be persons. Cannot be undone, as in Salesforce. */
  enablePersonAccounts(): void;
  /** What no public source says, or Salesforce leaves open. Kept with the org. */
  setSwitches(values: Partial<SwitchValues>): void;
  /** Keeps deployments from going on, until it is told `false`. Kept with the org. @default false */
  holdDeployments(held: HeldDeployments): void;
  /** Keeps versions, installations and uninstallations of packages from going on, until it is told `false`. Kept with the org. @default false */
  holdPackaging(held: HeldPackaging): void;
  /** Those of the last 10,000 requests to this org that fit, oldest first. */
  requests(filter?: Omit<RequestFilter, 'org'>): readonly LoggedRequest[];
  /** A named copy of this org; it replaces one of the same name. */
  takeSnapshot(name: string): SnapshotSummary;
  /** Puts this org back. @throws UnknownSnapshotError where the snapshot does not hold it */
  restoreSnapshot(name: string): SnapshotSummary;
  /** As the org began, with the same id and administrator. @throws SandboxResetError */
  reset(): void;
  /** Requests that counted against the daily limit since the start or `clearRequests()`. */
  apiCalls(): number;
  /** Records that are not deleted. @throws UnknownObjectError */
  count(object: string): number;
  /** Their values as the API prints them, without `attributes`, oldest first. @throws UnknownObjectError */
  records(object: string): Record<string, unknown>[];
}
