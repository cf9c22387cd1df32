import { WriteAlreadyAppliedError } from './write-errors.ts';

/** This key is in the ledger: the write is done, and this request was undone as a whole. */
export function alreadyApplied(ledgerKey: string, cause?: Error): WriteAlreadyAppliedError {
  const remedy = 'Read the result of the first one from the ledger by its key.';
  return new WriteAlreadyAppliedError({
    message: `Did not write ${ledgerKey} again: a write with this key was applied before. ${remedy}`,
    remedy,
    fixedBy: 'caller',
    outcome: 'applied',
    errorCode:
      cause !== undefined && 'errorCode' in cause && typeof cause.errorCode === 'string' ? cause.errorCode : undefined,
    path: 'key',
    ledgerKey,
    cause,
  });
}

/** This key is in the ledger, for something else. */
export function keyReused(ledgerKey: string): WriteAlreadyAppliedError {
  const remedy = 'Use a new key for a new write.';
  return new WriteAlreadyAppliedError({
    message: `Did not write ${ledgerKey}: its key stands for a write with other content. ${remedy}`,
    remedy,
    fixedBy: 'caller',
    outcome: 'notApplied',
    path: 'key',
    ledgerKey,
  });
}
