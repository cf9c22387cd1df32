import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { backgroundWork, type BackgroundWork } from '../org/background-work.ts';
import type { Org } from '../org/org.ts';
import { JobFailure } from './bulk-errors.ts';
import type { BulkJob } from './bulk-job.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import { runIngestJob } from './run-ingest-job.ts';
import { runQueryJob } from './run-query-job.ts';

/** The jobs of an org. Asking for them sets those going that wait: also what a process that ended has left. */
export function bulkJobs(org: Org): JobStore {
  const runner = runners.get(org) ?? createRunner(org);
  runners.set(org, runner);
  runner.wake();
  return runner.jobs;
}

/** Jobs are processed one after the other, a chunk at a time. */
interface Runner extends BackgroundWork {
  readonly jobs: JobStore;
}

const runners = new WeakMap<Org, Runner>();

function createRunner(org: Org): Runner {
  const jobs = createJobStore(org.database);
  let running: { readonly id: string; readonly steps: Iterator<void> } | undefined;

  /** @returns whether there is more to do */
  const step = (): boolean => {
    const job = jobs.next();
    if (!job) return false;
    try {
      if (running?.id !== job.id) running = { id: job.id, steps: runJob(org, jobs, job) };
      if (running.steps.next().done) running = undefined;
    } catch (error) {
      running = undefined;
      jobs.change(job.id, { state: 'Failed', errorMessage: reasonOf(error) }, org.clock());
    }
    return true;
  };
  return { jobs, ...backgroundWork(org, step) };
}

function* runJob(org: Org, jobs: JobStore, job: BulkJob): Generator<void> {
  jobs.change(job.id, { state: 'InProgress' }, org.clock());
  yield;
  if (jobs.find(job.id)?.state !== 'InProgress') return;
  if (job.kind === 'query') runQueryJob(org, jobs, job);
  else yield* runIngestJob(org, jobs, job);
  if (jobs.find(job.id)?.state === 'InProgress') jobs.change(job.id, { state: 'JobComplete' }, org.clock());
}

/** What a failed job says. A gap of the emulator's is as loud here as in an answer. */
function reasonOf(error: unknown): string {
  if (error instanceof JobFailure || error instanceof NotEmulatedError) return error.message;
  if (error instanceof SalesforceApiError) return `${error.errorCode} : ${error.message}`;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  return 'UnknownError : The emulator failed while it processed this job; its error is on its standard error output.';
}
