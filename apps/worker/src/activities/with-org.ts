import { heartbeat } from '@temporalio/activity';
import { SessionExpiredError, type OrgClient } from '@uman/core';
import type { ActivityDependencies, OpenOrg } from './activity-dependencies.ts';
import { toApplicationFailure } from './to-application-failure.ts';

/** A fifth of the heartbeat timeout that the workflows ask for. */
const HEARTBEAT_MILLISECONDS = 600;

/**
 * Does something in an org: beats while it lasts, so that a dead worker is noticed within seconds; renews an access token
 * that was refused, once, and tells every failure in Temporal's terms.
 */
export async function withOrg<Result>(
  dependencies: ActivityDependencies,
  connectionId: string,
  work: (client: OrgClient) => Promise<Result>,
): Promise<Result> {
  let org: OpenOrg | undefined;
  let sent = false;
  const beat = () => heartbeat({ apiCalls: org?.client.apiCalls ?? 0 });
  const beats = setInterval(beat, HEARTBEAT_MILLISECONDS);
  try {
    org = await dependencies.openOrg(connectionId);
    sent = true;
    return await work(org.client).catch(async (error: unknown) => {
      if (!(error instanceof SessionExpiredError) || org === undefined) throw error;
      await org.renew();
      return await work(org.client);
    });
  } catch (error) {
    throw toApplicationFailure(error, { sent, apiCalls: org?.client.apiCalls ?? 0 });
  } finally {
    clearInterval(beats);
  }
}
