import { ConnectionsError } from '../connections-error.ts';

/**
 * - `mismatch`: the callback carries no state, or not the one this browser was given.
 * - `unknown`: no connect flow with this state was started here.
 * - `used`: the callback came a second time, often a reloaded page.
 * - `expired`: the user took too long.
 */
export type StateProblem = 'mismatch' | 'unknown' | 'used' | 'expired';

/** The callback does not belong to a connect flow that may still be finished. Start again; worth a security log line. */
export class OAuthStateInvalidError extends ConnectionsError {
  readonly code = 'OAUTH_STATE_INVALID';
  readonly problem: StateProblem;

  constructor(options: { problem: StateProblem }) {
    super(
      `Could not finish connecting: the callback's state is not valid (${options.problem}). Start connecting again.`,
    );
    this.problem = options.problem;
  }
}

/** The user, or their org's policy, said no on Salesforce's page. */
export class OAuthAccessDeniedError extends ConnectionsError {
  readonly code = 'OAUTH_ACCESS_DENIED';
  readonly errorDescription: string | undefined;

  constructor(options: { errorDescription: string | undefined }) {
    super('Could not connect: access was denied on the Salesforce page. Connect again and choose Allow.');
    this.errorDescription = options.errorDescription;
  }
}

/** Salesforce answered with an OAuth error, or its answer failed one of our checks. */
export class OAuthRejectedError extends ConnectionsError {
  readonly code = 'OAUTH_REJECTED';
  /** `salesforce`: its own error code follows. `verification`: our check that failed does. */
  readonly rejectedBy: 'salesforce' | 'verification';
  /** Such as `invalid_client_id` or `OAUTH_EC_APP_NOT_FOUND`; for a check, its name, such as `signature`. */
  readonly error: string;
  readonly errorDescription: string | undefined;

  constructor(options: {
    attempted: string;
    rejectedBy: 'salesforce' | 'verification';
    error: string;
    errorDescription: string | undefined;
  }) {
    const { attempted, rejectedBy, error, errorDescription } = options;
    super(
      `Could not ${attempted}: ${rejectedBy === 'salesforce' ? 'Salesforce answered' : "Salesforce's answer failed the check"} ` +
        `"${error}"${errorDescription === undefined ? '' : ` (${errorDescription})`}. ` +
        (rejectedBy === 'salesforce'
          ? "Check the app's client id, secret, redirect URI and scopes, and that the app is installed in the org."
          : 'Nothing of it was stored. Connect again; if it stays, check what stands between us and Salesforce.'),
    );
    this.rejectedBy = rejectedBy;
    this.error = error;
    this.errorDescription = errorDescription;
  }
}

/** A reconnect ended in another org, or as another user, than the connection stands for. Nothing was changed. */
export class OAuthOrgMismatchError extends ConnectionsError {
  readonly code = 'OAUTH_ORG_MISMATCH';
  readonly connectionId: string;
  readonly expectedOrgId: string;
  readonly actualOrgId: string;
  readonly expectedUserId: string;
  readonly actualUserId: string;

  constructor(options: {
    connectionId: string;
    expectedOrgId: string;
    actualOrgId: string;
    expectedUserId: string;
    actualUserId: string;
  }) {
    super(
      `Could not reconnect ${options.connectionId}: it stands for user ${options.expectedUserId} of org ${options.expectedOrgId}, ` +
        `but user ${options.actualUserId} of org ${options.actualOrgId} logged in. ` +
        'Log in as the former, or connect the latter as a connection of its own.',
    );
    this.connectionId = options.connectionId;
    this.expectedOrgId = options.expectedOrgId;
    this.actualOrgId = options.actualOrgId;
    this.expectedUserId = options.expectedUserId;
    this.actualUserId = options.actualUserId;
  }
}

/** What a host was wanted for. */
export type HostPurpose = 'login' | 'endpoint' | 'instance' | 'configuration';

/** An address lies outside Salesforce's hosts and outside `allowedLoginHosts`. It was not contacted, nothing was stored. */
export class OAuthHostNotAllowedError extends ConnectionsError {
  readonly code = 'OAUTH_HOST_NOT_ALLOWED';
  readonly origin: string;
  readonly purpose: HostPurpose;

  constructor(options: { origin: string; purpose: HostPurpose }) {
    super(
      `Could not use ${options.origin} as ${wording[options.purpose]}: only https://login.salesforce.com, https://test.salesforce.com and ` +
        'https://….my.salesforce.com are accepted, and origins in allowedLoginHosts (plain http only on loopback).',
    );
    this.origin = options.origin;
    this.purpose = options.purpose;
  }
}

const wording: Record<HostPurpose, string> = {
  login: 'login host',
  endpoint: 'OAuth endpoint',
  instance: 'instance URL',
  configuration: 'allowed login host',
};

/** The login host did not give a usable answer. Worth a retry after a pause. */
export class OAuthUnavailableError extends ConnectionsError {
  readonly code = 'OAUTH_UNAVAILABLE';
  readonly host: string;
  /** HTTP status, when there was an answer at all. */
  readonly status: number | undefined;
  /**
   * True when a refresh may have reached Salesforce: the lost answer may then hold the only valid refresh token, and an
   * `invalid_grant` that follows is not proof that anybody revoked the connection.
   */
  readonly refreshTokenMayBeSpent: boolean;

  constructor(options: {
    attempted: string;
    host: string;
    happened: string;
    status?: number | undefined;
    refreshTokenMayBeSpent?: boolean;
    cause?: unknown;
  }) {
    super(
      `Could not ${options.attempted} at ${options.host}: ${options.happened}. ` +
        (options.refreshTokenMayBeSpent === true
          ? 'The refresh may have taken effect all the same, and its answer, with the new refresh token, is lost. ' +
            'Try once more; if Salesforce then refuses the refresh token, the user has to connect again.'
          : 'Try again after a pause.'),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.host = options.host;
    this.status = options.status;
    this.refreshTokenMayBeSpent = options.refreshTokenMayBeSpent ?? false;
  }
}
