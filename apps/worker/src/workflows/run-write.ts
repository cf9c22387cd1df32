import {
  CancellationScope,
  log,
  makeContinueAsNewFunc,
  proxyActivities,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { parseInput, type WorkflowContract, type WriteOutput } from '@uman/contracts';
import type { Activities, FoundWrite, WriteRequest } from '../activities/index.ts';
import { failedActivity, type FailedActivity } from './activity-failure.ts';
import { inputInvalid, keyReused, notWritten, outcomeUnknown, rowNotVisible } from './write-failures.ts';
import { mayTryAgain, meet, newProgress, waitMilliseconds, type WriteProgress } from './write-progress.ts';

/**
 * One attempt each: whether another may follow is decided here. A dead worker is noticed by its heartbeat, so an attempt
 * may take as long as its requests do.
 */
const { sendWrite, findWrite } = proxyActivities<Activities>({
  startToCloseTimeout: '15 minutes',
  scheduleToCloseTimeout: '1 day',
  heartbeatTimeout: '3 seconds',
  retry: { maximumAttempts: 1 },
});

/** Between two questions to the ledger while a request may still take effect. */
const LATE_REQUEST_PATIENCE = { retryAfterSeconds: 2, patience: 'growing' } as const;

/** Either the end, or how long to wait before going on. */
type Step = { readonly output: WriteOutput } | { readonly waitMilliseconds: number };

/**
 * The write, once. Send it; where its outcome is not certain, the ledger says what happened; what the org did not apply
 * and may take later is sent again; everything else is returned as a typed failure with nothing written.
 *
 * A cancellation waits for the answer that is under way: what was written is told as written.
 */
export async function runWrite(
  contract: WorkflowContract,
  input: unknown,
  progress: WriteProgress = newProgress(),
): Promise<WriteOutput> {
  const parsed = parseInput(contract, input);
  if (!parsed.success) throw inputInvalid(contract, parsed.issues);
  const request = { type: contract.type, input } as WriteRequest;

  for (;;) {
    if (workflowInfo().continueAsNewSuggested) await goOnInNewRun(input, progress);
    const scope = CancellationScope.current();
    if (scope.consideredCancelled) await scope.cancelRequested;
    const step = await CancellationScope.nonCancellable(async () =>
      progress.asking === undefined
        ? await send(contract, request, progress)
        : await ask(contract, request, { progress, failed: progress.asking }),
    );
    if ('output' in step) return step.output;
    if (step.waitMilliseconds > 0) await sleep(step.waitMilliseconds);
  }
}

async function send(contract: WorkflowContract, request: WriteRequest, progress: WriteProgress): Promise<Step> {
  let failed: FailedActivity;
  try {
    const result = await sendWrite(request);
    return { output: { ...copy(result), outcome: 'written', apiCalls: progress.apiCalls + result.apiCalls } };
  } catch (error) {
    failed = failedActivity(error);
  }
  meet(progress, failed);
  if (failed.outcome === 'unknown') progress.maybeOurs = true;
  if (failed.mayRunForSeconds !== undefined) {
    progress.mayRunUntil = Math.max(progress.mayRunUntil, Date.now() + failed.mayRunForSeconds * 1000);
  }
  if (!hasToAsk(progress, failed)) return again(contract, progress, failed);
  progress.asking = failed;
  progress.asked = 0;
  return { waitMilliseconds: 0 };
}

/**
 * Before it fails for good too, the ledger is asked: an earlier start with this key, or an attempt that was given up, may
 * have done it, and then be the very reason why the org refuses it now.
 */
function hasToAsk(progress: WriteProgress, failed: FailedActivity): boolean {
  if (failed.outcome !== 'notApplied') return true;
  if (mayTryAgain(progress, failed)) return false;
  return progress.maybeOurs || (failed.apiCalls > 0 && failed.detail.code !== 'LEDGER_UNAVAILABLE');
}

async function ask(
  contract: WorkflowContract,
  request: WriteRequest,
  { progress, failed }: { progress: WriteProgress; failed: FailedActivity },
): Promise<Step> {
  log.info('Asking the ledger what became of the write', { attempt: progress.attempt, code: failed.detail.code });
  progress.asked += 1;
  let found: FoundWrite;
  try {
    found = await findWrite(request);
  } catch (error) {
    const asked = failedActivity(error);
    meet(progress, asked);
    // Where nothing of this start can be in the org, its failure does not wait for long to be confirmed.
    const open = progress.maybeOurs || failed.outcome !== 'notApplied';
    const patient = open || (progress.asked < 5 && asked.patience === 'growing');
    if (patient && mayTryAgain(progress, asked)) return { waitMilliseconds: waitMilliseconds(asked, progress.asked) };
    throw open ? outcomeUnknown(contract, asked, progress) : notWritten(contract, failed, progress);
  }
  progress.apiCalls += found.apiCalls;
  if (found.status === 'otherContent') throw keyReused(contract, found, progress);
  if (found.status === 'found') {
    const outcome = progress.maybeOurs ? 'written' : 'alreadyWritten';
    return { output: { ...copy(found.result), outcome, apiCalls: progress.apiCalls } };
  }
  if (!mayTryAgain(progress, failed) && Date.now() < progress.mayRunUntil) {
    const wait = waitMilliseconds({ ...failed, ...LATE_REQUEST_PATIENCE }, progress.asked);
    return { waitMilliseconds: Math.min(wait, Math.max(progress.mayRunUntil - Date.now(), 1)) };
  }
  progress.asking = undefined;
  return again(contract, progress, failed);
}

/** Nothing of the write is in the org. */
function again(contract: WorkflowContract, progress: WriteProgress, failed: FailedActivity): Step {
  if (!mayTryAgain(progress, failed)) {
    throw failed.outcome === 'applied'
      ? rowNotVisible(contract, failed, progress)
      : notWritten(contract, failed, progress);
  }
  log.warn('The write is tried again', { attempt: progress.attempt, code: failed.detail.code });
  const wait = waitMilliseconds(failed, progress.attempt);
  progress.attempt += 1;
  return { waitMilliseconds: wait };
}

/** Each attempt adds to the history, the input included, and a history has a limit. */
async function goOnInNewRun(input: unknown, progress: WriteProgress): Promise<never> {
  const { memo } = workflowInfo();
  return await makeContinueAsNewFunc<(input: unknown, progress: WriteProgress) => Promise<WriteOutput>>({
    ...(memo !== undefined && { memo }),
  })(input, progress);
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
