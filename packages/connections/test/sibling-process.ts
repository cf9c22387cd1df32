import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { ConnectionsError, createConnections } from '../src/index.ts';
import { app } from './emulated-org.ts';
import { cipherWith, type SiblingOptions } from './sibling-options.ts';

/** What the parent asks: so many refreshes of one generation at once. */
export interface SiblingTask {
  readonly sibling: SiblingOptions;
  readonly connectionId: string;
  readonly rejectedGeneration: number;
  readonly calls: number;
}

/** A token is shown by its hash only: enough to see whether all got the same one. */
export type SiblingResult =
  | { readonly generation: number; readonly tokenHash: string }
  | { readonly code: string; readonly reason: string | undefined };

// A worker process in miniature: connects, says so, waits for the word to go, refreshes, reports.
const [task] = (await once(process, 'message')) as [SiblingTask];
const { databaseUrl, encryptionKey, allowedLoginHosts } = task.sibling;
const connections = await createConnections({ databaseUrl, cipher: cipherWith(encryptionKey), app, allowedLoginHosts });
process.send?.('ready');
await once(process, 'message');

const results = await Promise.all(Array.from({ length: task.calls }, refresh));
await new Promise((resolve) => process.send?.(results, resolve));
await connections.close();
process.disconnect();

async function refresh(): Promise<SiblingResult> {
  try {
    const { accessToken, generation } = await connections.refresh(task.connectionId, task);
    return { generation, tokenHash: createHash('sha256').update(accessToken).digest('hex') };
  } catch (error) {
    if (!(error instanceof ConnectionsError)) throw error;
    return { code: error.code, reason: 'reason' in error ? String(error.reason) : undefined };
  }
}
