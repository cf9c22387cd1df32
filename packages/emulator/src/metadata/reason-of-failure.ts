import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { NotEmulatedError } from '../http/not-emulated-error.ts';

/** What a job says that failed as a whole. A gap of the emulator's is as loud here as in an answer. */
export function reasonOfFailure(error: unknown): string {
  if (error instanceof NotEmulatedError) return error.message;
  if (error instanceof SalesforceApiError) return `${error.errorCode}: ${error.message}`;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  return 'UNKNOWN_EXCEPTION: the emulator failed in this job; its error is on its standard error output';
}
