import type { WriteResult } from '@uman/core';
import type { ActivityDependencies } from './activity-dependencies.ts';
import { withOrg } from './with-org.ts';
import { toRecordWrite, type WriteRequest } from './write-request.ts';

/**
 * Sends the write to the org as one all-or-none request that holds its ledger row too. Not idempotent by itself but safe:
 * a second request with the same key fails as a whole. Run it once an attempt, and ask `findWrite` when its answer is lost.
 */
export function createSendWrite(dependencies: ActivityDependencies) {
  return async function sendWrite(request: WriteRequest): Promise<WriteResult> {
    const write = await toRecordWrite(request);
    return await withOrg(dependencies, write.connectionId, async ({ client, signal }) => {
      const result = await client.writes.send(client.writes.plan(write), { signal });
      return { ...result, apiCalls: client.apiCalls };
    });
  };
}
