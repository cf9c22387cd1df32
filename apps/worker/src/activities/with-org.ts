import { cancellationSignal, heartbeat, log } from '@temporalio/activity';
import { SessionExpiredError, type OrgClient } from '@uman/core';
import type { ActivityDependencies, OpenOrg } from './activity-dependencies.ts';
import { LONGEST_REQUEST_SECONDS, type Heartbeat } from './advice.ts';
import { isKnownError, toApplicationFailure } from './to-application-failure.ts';

/** A fifth of the heartbeat timeout that the workflows ask for. */
const HEARTBEAT_MILLISECONDS = 600;

/** What an attempt is given to work with. */
export interface AttemptContext {
  readonly client: OrgClient;
  /** Aborts when nobody waits for the attempt any more: it was given up as lost, or this worker has to end. */
  readonly signal: AbortSignal;
}

/**
 * Does something in an org: beats while it lasts, so that a dead worker is noticed within seconds; renews an access token
 * that was refused, once; stops when nobody waits for it any more; and tells every failure in Temporal's terms.
 */
export async function withOrg<Result>(
  dependencies: ActivityDependencies,
  connectionId: string,
  work: (context: AttemptContext) => Promise<Result>,
): Promise<Result> {
  const mayRunForSeconds = dependencies.longestRequestSeconds ?? LONGEST_REQUEST_SECONDS;
  const signal = cancellationSignal();
  let org: OpenOrg | undefined;
  /** A request may have reached the org, and its answer is not yet known to be a refusal. */
  let sent = false;
  let renewed = false;
  const beat = (): void => heartbeat({ apiCalls: org?.client.apiCalls ?? 0, mayRunForSeconds } satisfies Heartbeat);
  const beats = setInterval(beat, HEARTBEAT_MILLISECONDS);
  try {
    beat();
    const opened = await dependencies.openOrg(connectionId);
    org = opened;
    const attempt = async (): Promise<Result> => {
      sent = true;
      return await work({ client: opened.client, signal });
    };
    return await attempt().catch(async (error: unknown) => {
      if (!(error instanceof SessionExpiredError)) throw error;
      sent = false;
      await opened.renew();
      renewed = true;
      return await attempt();
    });
  } catch (error) {
    // What is not ours may say more than a history should keep.
    if (!isKnownError(error) && !signal.aborted) log.warn('An error that has no code of ours', { error });
    const apiCalls = org?.client.apiCalls ?? 0;
    throw toApplicationFailure(error, { sent, renewed, givenUp: signal.aborted, apiCalls, mayRunForSeconds });
  } finally {
    clearInterval(beats);
  }
}
