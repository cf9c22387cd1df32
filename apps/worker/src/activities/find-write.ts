import { ledgerKey, type WriteResult } from '@uman/core';
import type { ActivityDependencies } from './activity-dependencies.ts';
import { withOrg } from './with-org.ts';
import { toRecordWrite, type WriteRequest } from './write-request.ts';

/** What the ledger says of a key. */
export type FoundWrite =
  | { readonly status: 'none'; readonly apiCalls: number }
  /** Written, with what it came to. */
  | { readonly status: 'found'; readonly result: WriteResult; readonly apiCalls: number }
  /** The key stands for another write. */
  | {
      readonly status: 'otherContent';
      readonly operation: string;
      readonly recordId: string;
      readonly apiCalls: number;
    };

/** Reads the ledger by the write's key: the only proof of what a lost answer meant. Changes nothing, so it may be repeated. */
export function createFindWrite(dependencies: ActivityDependencies) {
  return async function findWrite(request: WriteRequest): Promise<FoundWrite> {
    const write = await toRecordWrite(request);
    return await withOrg(dependencies, write.connectionId, async ({ client, signal }) => {
      const entry = await client.ledger.find(ledgerKey(write), { signal });
      const { apiCalls } = client;
      if (entry === undefined) return { status: 'none', apiCalls };
      if (entry.contentHash !== write.contentHash) {
        return { status: 'otherContent', operation: entry.operation, recordId: entry.result.record.id, apiCalls };
      }
      return { status: 'found', result: entry.result, apiCalls };
    });
  };
}
