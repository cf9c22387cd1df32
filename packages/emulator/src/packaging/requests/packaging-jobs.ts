import { reasonOfFailure } from '../../metadata/reason-of-failure.ts';
import { backgroundWork, type BackgroundWork } from '../../org/background-work.ts';
import type { Org } from '../../org/org.ts';
import { updateToolingRow } from '../../tooling/tooling-context.ts';
import { toolingSchema } from '../../tooling/tooling-schema.ts';
import { holdPackaging, mayGoOn, type HeldPackaging } from './held-packaging.ts';
import { installRequests } from './install-requests.ts';
import type { PackagingJob, RequestKind } from './request-kind.ts';
import { uninstallRequests } from './uninstall-requests.ts';
import { versionRequests } from './version-requests.ts';
import { waitingRequests, type WaitingRequest } from './waiting-requests.ts';

/** The requests of packaging of an org: carried out one after the other, once they are answered. */
export interface PackagingJobs {
  /** @param request has its row already, in the same transaction */
  add(request: WaitingRequest): void;
  /** Keeps all from going on, or lets them. */
  hold(held: HeldPackaging): void;
}

/** Asking for them sets those going that wait: also what a process that ended has left. */
export function packagingJobs(org: Org): PackagingJobs {
  const jobs = known.get(org) ?? createPackagingJobs(org);
  known.set(org, jobs);
  jobs.wake();
  return jobs;
}

const known = new WeakMap<Org, PackagingJobs & BackgroundWork>();

/** By the key prefix of their requests. */
const kinds: ReadonlyMap<string, RequestKind> = new Map([
  ['08c', versionRequests],
  ['0Hf', installRequests],
  ['06y', uninstallRequests],
]);

function createPackagingJobs(org: Org): PackagingJobs & BackgroundWork {
  const work = backgroundWork(org, () => step(org));
  return {
    ...work,
    add: (request) => waitingRequests(org).add(request),
    hold(held) {
      holdPackaging(org, held);
      work.wake();
    },
  };
}

/** Takes the oldest request one status further. @returns whether there was one that may go on */
function step(org: Org): boolean {
  const waiting = waitingRequests(org).next();
  const kind = waiting && kinds.get(waiting.id.slice(0, 3));
  if (!kind) return false;
  toolingSchema(org);
  const row = org.records.find(kind.object, waiting.id);
  if (!row) throw new Error(`The request ${waiting.id} of packaging has no row.`);
  const job = { context: { org, userId: String(row['CreatedById']) }, row, waiting };
  if (!mayGoOn(org, kind.nextStatus(row))) return false;
  try {
    org.transaction(() => advance(kind, job));
  } catch (error) {
    org.schema.refresh();
    return endFailed(kind, job, reasonOfFailure(error));
  }
  return true;
}

/** Where not even that can be written, as a fault may want it, the request waits until something wakes it. */
function endFailed(kind: RequestKind, job: PackagingJob, reason: string): boolean {
  try {
    job.context.org.transaction(() => end(kind, job, [reason]));
    return true;
  } catch (error) {
    process.stderr.write(`${job.waiting.id} could not end as failed (${reason}): ${String(error)}\n`);
    return false;
  }
}

/** What is done and the status that says so are one transaction: whatever stops it, it is either over or still to be done. */
function advance(kind: RequestKind, job: PackagingJob): void {
  const Status = kind.nextStatus(job.row);
  const problems = kind.work(job, Status);
  if (Status === undefined || problems.length > 0) end(kind, job, problems);
  else updateToolingRow(job.context, kind.object, job.waiting.id, { Status });
}

function end(kind: RequestKind, job: PackagingJob, problems: readonly string[]): void {
  if (problems.length > 0) kind.fail(job, problems);
  else kind.succeed(job);
  waitingRequests(job.context.org).remove(job.waiting.id);
}
