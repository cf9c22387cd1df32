/**
 * `active`: access tokens can be had. `reauthorization_required`: the user has to connect again; the connection keeps
 * its id when they do.
 */
export type ConnectionStatus = 'active' | 'reauthorization_required';

/**
 * Why a connection needs its user again.
 *
 * - `refused`: Salesforce refused the refresh token: revoked, expired, idle for too long, or the user is inactive.
 * - `refused_after_lost_answer`: the same, after an earlier refresh whose answer was lost and may have rotated the token
 *   away. Not proof that anybody revoked anything.
 * - `refresh_interrupted`: a process died between sending a refresh and storing its answer. The stored refresh token may
 *   be spent; replaying a spent one makes Salesforce revoke the whole family, so it is not sent again.
 * - `answer_untrusted`: the answer to a refresh failed verification, so its tokens were not stored.
 */
export type ReauthorizationReason =
  'refused' | 'refused_after_lost_answer' | 'refresh_interrupted' | 'answer_untrusted';

/** One user of one Salesforce org, connected by one customer of ours. Holds no secret. */
export interface Connection {
  /** A UUID, ours; the same after the user connects again. */
  readonly id: string;
  readonly customerId: string;
  /** 18 characters, `00D…`. */
  readonly orgId: string;
  /** 18 characters, `005…`. */
  readonly userId: string;
  readonly username: string;
  /** Where API calls go; may change when tokens are refreshed. */
  readonly instanceUrl: string;
  /** Where the user logged in; refreshes go there too. */
  readonly loginUrl: string;
  readonly status: ConnectionStatus;
  /** Present exactly when `status` is `reauthorization_required`. */
  readonly reauthorizationReason?: ReauthorizationReason;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
