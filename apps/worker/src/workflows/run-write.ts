import { ApplicationFailure, log, proxyActivities, sleep } from '@temporalio/workflow';
import { parseInput, type FailureDetail, type WorkflowContract, type WriteOutput } from '@uman/contracts';
import type { Activities, FoundWrite, WriteRequest } from '../activities/index.ts';
import { failedActivity, type FailedActivity } from './activity-failure.ts';

/** One attempt each: whether another may follow is decided here, after the ledger was asked. */
const { sendWrite } = proxyActivities<Activities>({
  startToCloseTimeout: '3 minutes',
  scheduleToCloseTimeout: '1 day',
  heartbeatTimeout: '3 seconds',
  retry: { maximumAttempts: 1 },
});

/** Reads only, so Temporal may repeat it. */
const { findWrite } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '1 day',
  heartbeatTimeout: '3 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

/** How long a write that can only wait is tried before it fails with what held it up. */
const TRY_FOR_MILLISECONDS = 24 * 60 * 60 * 1000;
const LONGEST_WAIT_SECONDS = 60;

/**
 * The write, once. Send it; where the answer is lost, the ledger says what happened; what the org did not apply and may
 * take later is sent again; everything else is returned as a typed failure with nothing written.
 */
export async function runWrite(contract: WorkflowContract, input: unknown): Promise<WriteOutput> {
  const parsed = parseInput(contract, input);
  if (!parsed.success) throw inputInvalid(contract, parsed.issues);
  const request = { type: contract.type, input } as WriteRequest;
  const startedAt = Date.now();
  let apiCalls = 0;
  /** An answer of ours was lost, so what the ledger holds may be of our own making. */
  let maybeOurs = false;

  for (let attempt = 1; ; attempt += 1) {
    let failed: FailedActivity;
    try {
      const result = await sendWrite(request);
      return { ...copy(result), outcome: 'written', apiCalls: apiCalls + result.apiCalls };
    } catch (error) {
      failed = knownFailure(error);
      apiCalls += failed.apiCalls;
    }

    if (failed.outcome !== 'notApplied') {
      maybeOurs ||= failed.outcome === 'unknown';
      log.info('Asking the ledger what became of the write', { attempt, code: failed.detail.code });
      const found = await ask(request, (spent) => (apiCalls += spent));
      if (found.status === 'otherContent') throw keyReused(contract, found, apiCalls);
      if (found.status === 'found') {
        return { ...copy(found.result), outcome: maybeOurs ? 'written' : 'alreadyWritten', apiCalls };
      }
    }

    // `applied` without a row to show for it: the row that stood in the way is gone again, so the key is free.
    const mayTryAgain = failed.retryable || failed.outcome === 'applied';
    if (!mayTryAgain || Date.now() - startedAt > TRY_FOR_MILLISECONDS) throw toFailure(failed, apiCalls);
    log.warn('The write is tried again', { attempt, code: failed.detail.code });
    await sleep(waitMilliseconds(failed, attempt));
  }
}

async function ask(request: WriteRequest, spend: (apiCalls: number) => void): Promise<FoundWrite> {
  try {
    const found = await findWrite(request);
    spend(found.apiCalls);
    return found;
  } catch (error) {
    const failed = failedActivity(error);
    if (failed === undefined) throw error;
    spend(failed.apiCalls);
    throw ApplicationFailure.create({
      type: 'OUTCOME_UNKNOWN',
      message: `The answer of the write was lost, and the ledger could not be read: ${failed.message} Mend that and start the write again with the same key: it is written once, whatever happened.`,
      nonRetryable: true,
      details: [{ ...failed.detail, code: 'OUTCOME_UNKNOWN' } satisfies FailureDetail],
      cause: error as Error,
    });
  }
}

function knownFailure(error: unknown): FailedActivity {
  const failed = failedActivity(error);
  if (failed === undefined) throw error;
  return failed;
}

function waitMilliseconds({ retryAfterSeconds, patience }: FailedActivity, attempt: number): number {
  const seconds =
    patience === 'steady' ? retryAfterSeconds : Math.min(retryAfterSeconds * 2 ** (attempt - 1), LONGEST_WAIT_SECONDS);
  return Math.ceil(seconds * 1000 * (0.5 + Math.random()));
}

function toFailure({ message, detail }: FailedActivity, apiCalls: number): ApplicationFailure {
  return ApplicationFailure.create({
    type: detail.code,
    message,
    nonRetryable: true,
    details: [{ ...detail, apiCalls } satisfies FailureDetail],
  });
}

function keyReused(
  contract: WorkflowContract,
  { operation, recordId }: Extract<FoundWrite, { status: 'otherContent' }>,
  apiCalls: number,
): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'KEY_REUSED',
    message: `Could not run ${contract.type}: its key already stands for a ${operation} with other content, which wrote ${recordId}. Use a new key for a new write.`,
    nonRetryable: true,
    details: [
      { code: 'KEY_REUSED', path: 'key', remedy: 'Use a new key for a new write.', apiCalls } satisfies FailureDetail,
    ],
  });
}

function inputInvalid(
  contract: WorkflowContract,
  issues: readonly { path: string; message: string }[],
): ApplicationFailure {
  return ApplicationFailure.create({
    type: 'INPUT_INVALID',
    message: `Could not run ${contract.type}: ${issues.map(({ path, message }) => `${path}: ${message}`).join('; ')}.`,
    nonRetryable: true,
    details: [
      {
        code: 'INPUT_INVALID',
        issues: [...issues],
        path: issues[0]?.path,
        remedy: 'Correct the input and start it again; nothing was written.',
      },
    ],
  });
}

function copy(result: Extract<FoundWrite, { status: 'found' }>['result']): Omit<WriteOutput, 'outcome' | 'apiCalls'> {
  const { record, required, roleIds, note, warnings } = result;
  return {
    record,
    required: { ...required },
    roleIds: [...roleIds],
    ...(note && { note: { id: note.id, linkIds: [...note.linkIds] } }),
    warnings: [...warnings],
  };
}
