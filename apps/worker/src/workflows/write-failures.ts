import { ApplicationFailure } from '@temporalio/workflow';
import type { FailureDetail, WorkflowContract } from '@uman/contracts';
import type { FoundWrite } from '../activities/index.ts';
import type { FailedActivity } from './activity-failure.ts';
import type { WriteProgress } from './write-progress.ts';

type Contract = Pick<WorkflowContract, 'type'>;

export function inputInvalid(
  { type }: Contract,
  issues: readonly { path: string; message: string }[],
): ApplicationFailure {
  const remedy = 'Correct the input and start it again; nothing was written.';
  return failure(
    `Could not run ${type}: ${issues.map(({ path, message }) => `${path}: ${message}`).join('; ')}. ${remedy}`,
    { code: 'INPUT_INVALID', issues: [...issues], path: issues[0]?.path, remedy },
  );
}

/** Nothing of the write is in the org, and nothing of it can get there any more. */
export function notWritten(
  { type }: Contract,
  failed: FailedActivity,
  { apiCalls, attempt }: WriteProgress,
): ApplicationFailure {
  const { message, detail } = failed;
  if (!failed.retryable || detail.code === 'SALESFORCE_SESSION_EXPIRED')
    return failure(message, { ...detail, apiCalls });
  const remedy = 'Nothing was written. Start it again with the same key when what held it up has passed.';
  return failure(`Could not run ${type} in ${attempt} attempts; the last one: ${message} ${remedy}`, {
    ...detail,
    remedy,
    apiCalls,
  });
}

export function keyReused(
  { type }: Contract,
  { operation, recordId }: Extract<FoundWrite, { status: 'otherContent' }>,
  { apiCalls }: WriteProgress,
): ApplicationFailure {
  const remedy = 'Use a new key for a new write.';
  return failure(
    `Could not run ${type}: its key already stands for a ${operation} with other content, which wrote ${recordId}. ${remedy}`,
    { code: 'KEY_REUSED', path: 'key', remedy, apiCalls },
  );
}

/** The ledger would know, and cannot be read. */
export function outcomeUnknown(
  { type }: Contract,
  asked: FailedActivity,
  { apiCalls }: WriteProgress,
): ApplicationFailure {
  const remedy = `${asked.detail.remedy ?? 'Mend what keeps the ledger from being read.'} Then start the write again with the same key: it is written once, whatever happened.`;
  return failure(
    `Could not learn what became of ${type}: its answer was lost, and the ledger could not be read: ${asked.message} Start the write again with the same key once that is mended: it is written once, whatever happened.`,
    { ...asked.detail, code: 'OUTCOME_UNKNOWN', remedy, apiCalls },
  );
}

/** The unique key refuses the write, so a row with it is there; but a search by the key does not show it. */
export function rowNotVisible(
  { type }: Contract,
  { detail }: FailedActivity,
  { apiCalls }: WriteProgress,
): ApplicationFailure {
  const remedy =
    'Ask the Salesforce administrator to let the connected user see all rows of the ledger, and to keep its key field case-sensitive as the package brings it. Then start the write again with the same key.';
  return failure(
    `Could not learn what became of ${type}: the ledger refuses its key as one that is there already, but does not show the row to the connected user. ${remedy}`,
    { ...detail, code: 'OUTCOME_UNKNOWN', path: 'key', remedy, apiCalls },
  );
}

function failure(message: string, detail: FailureDetail): ApplicationFailure {
  return ApplicationFailure.create({ type: detail.code, message, nonRetryable: true, details: [detail] });
}
