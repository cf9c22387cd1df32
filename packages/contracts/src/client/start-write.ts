import { WorkflowExecutionAlreadyStartedError, type Client, type WorkflowHandle } from '@temporalio/client';
import { contentHash } from '../content-hash.ts';
import type { WorkflowContract } from '../define-workflow.ts';
import { parseInput } from '../parse-input.ts';
import { writeAccount } from '../writes/write-account.ts';
import { writeContact } from '../writes/write-contact.ts';
import { writeDeal } from '../writes/write-deal.ts';
import { WriteFailure } from './write-failure.ts';

/** What the handle of a started or met workflow tells. */
export interface StartedWrite {
  readonly handle: WorkflowHandle;
  readonly workflowId: string;
  /** `started`: by this call. `running`: met while it runs. `finished`: met when it was done. */
  readonly met: 'started' | 'running' | 'finished';
}

/** Temporal's priority keys: 1 is first, 5 last, 3 the default of all other work. */
const PRIORITY_KEYS = { interactive: 2, bulk: 4 } as const;

/**
 * Starts the workflow of a write, or meets the one that its key already has. Nothing is started for an input that the
 * contract refuses (`INPUT_INVALID`) or for a key that stands for other content (`KEY_REUSED`).
 */
export async function startWrite(client: Client, contract: WorkflowContract, input: unknown): Promise<StartedWrite> {
  const parsed = parseInput(contract, input);
  if (!parsed.success) {
    const first = parsed.issues[0];
    throw new WriteFailure({
      message: `Could not start ${contract.type}: ${parsed.issues.map(({ path, message }) => `${path}: ${message}`).join('; ')}. Correct the input and start it again.`,
      failedAt: 'start',
      detail: {
        code: 'INPUT_INVALID',
        issues: [...parsed.issues],
        ...(first && { path: first.path }),
        remedy: 'Correct the input and start it again; nothing was started or written.',
      },
    });
  }
  const valid = parsed.input as { key: string; connectionId: string; priority: keyof typeof PRIORITY_KEYS };
  const workflowId = contract.workflowId(valid);
  const hash = await contentHash(contract.type, valid);

  try {
    const handle = await client.workflow.start(contract.type, {
      workflowId,
      taskQueue: contract.taskQueue,
      args: [input],
      memo: { contentHash: hash },
      priority: { priorityKey: PRIORITY_KEYS[valid.priority] },
      workflowIdConflictPolicy: 'FAIL',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
    return { handle, workflowId, met: 'started' };
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    return await meet(client, contract, workflowId, hash);
  }
}

const CONTRACTS: readonly WorkflowContract[] = [writeAccount, writeContact, writeDeal];

async function meet(
  client: Client,
  contract: WorkflowContract,
  workflowId: string,
  hash: string,
): Promise<StartedWrite> {
  const handle = client.workflow.getHandle(workflowId);
  const { memo, status, type } = await handle.describe();
  // Other languages need not leave a hash; then the input that they started with tells.
  const metHash = memo?.['contentHash'] ?? (await hashOfStarted(client, handle, type));
  if (metHash !== hash) {
    throw new WriteFailure({
      message: `Could not start ${contract.type}: its key already stands for a ${type} with other content. Use a new key for a new write, or the first content to get its result.`,
      failedAt: 'start',
      workflowId,
      detail: { code: 'KEY_REUSED', path: 'key', remedy: 'Use a new key for a new write.' },
    });
  }
  return { handle, workflowId, met: status.name === 'RUNNING' ? 'running' : 'finished' };
}

/** The hash of what a workflow was started with; undefined for an input that no contract of ours takes. */
async function hashOfStarted(client: Client, handle: WorkflowHandle, type: string): Promise<string | undefined> {
  const contract = CONTRACTS.find((one) => one.type === type);
  const { events } = await handle.fetchHistory();
  const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  if (contract === undefined || !payload) return undefined;
  const { payloadConverter, payloadCodecs } = client.options.loadedDataConverter;
  let payloads = [payload];
  for (const codec of payloadCodecs) payloads = await codec.decode(payloads);
  const [decoded] = payloads;
  const parsed = decoded && parseInput(contract, payloadConverter.fromPayload(decoded));
  return parsed?.success === true ? await contentHash(type, parsed.input as Record<string, unknown>) : undefined;
}
