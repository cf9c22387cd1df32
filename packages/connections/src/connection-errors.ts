import type { ReauthorizationReason } from './connection.ts';
import { ConnectionsError } from './connections-error.ts';

/** There is no such connection, or not for this customer. */
export class ConnectionNotFoundError extends ConnectionsError {
  readonly code = 'CONNECTION_NOT_FOUND';
  readonly connectionId: string;

  constructor(options: { connectionId: string }) {
    super(
      `Could not use connection ${options.connectionId}: it does not exist. ` +
        'Check the id, and that the connection belongs to this customer and this database.',
    );
    this.connectionId = options.connectionId;
  }
}

const reasons: Record<ReauthorizationReason, string> = {
  refused: 'Salesforce refused its refresh token',
  refused_after_lost_answer:
    'Salesforce refused its refresh token after the answer to an earlier refresh was lost, which may be all that happened to it',
  refresh_interrupted:
    'a process died while it refreshed the token, so the stored refresh token may be spent and is not sent again',
  answer_untrusted: 'the answer to a refresh failed verification and was not stored',
};

/** No refresh can help: the user has to connect again, with `startConnect({ reconnect: connectionId })`. */
export class ReauthorizationRequiredError extends ConnectionsError {
  readonly code = 'CONNECTION_REAUTHORIZATION_REQUIRED';
  readonly connectionId: string;
  readonly orgId: string;
  readonly userId: string;
  readonly reason: ReauthorizationReason;
  /** What Salesforce or the verification said, such as `expired access/refresh token`. */
  readonly detail: string | undefined;

  constructor(options: {
    connectionId: string;
    orgId: string;
    userId: string;
    reason: ReauthorizationReason;
    detail: string | undefined;
  }) {
    super(
      `Could not get an access token for connection ${options.connectionId}: ${reasons[options.reason]}` +
        `${options.detail === undefined ? '' : ` (${options.detail})`}. ` +
        `User ${options.userId} of org ${options.orgId} has to connect again.`,
    );
    this.connectionId = options.connectionId;
    this.orgId = options.orgId;
    this.userId = options.userId;
    this.reason = options.reason;
    this.detail = options.detail;
  }
}
