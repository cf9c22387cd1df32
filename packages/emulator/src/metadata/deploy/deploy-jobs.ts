import { backgroundWork, type BackgroundWork } from '../../org/background-work.ts';
import type { Org } from '../../org/org.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { reasonOfFailure } from '../reason-of-failure.ts';
import { checkArchive } from '../archive/read-archive.ts';
import { deployArchive } from './deploy-archive.ts';
import { runsTests, type DeployOptions } from './deploy-options.ts';
import type { DeployResult } from './deploy-result.ts';
import { deployStore, type StoredDeployment } from './deploy-store.ts';
import { heldDeployments, holdDeployments, type HeldDeployments } from './held-deployments.ts';

export interface DeployRequest {
  readonly zip: Uint8Array;
  readonly options: DeployOptions;
  readonly userId: string;
}

/** The deployments of an org: they are carried out one after the other, each as a whole, after the request is answered. */
export interface DeployJobs {
  /** @returns the id of the deployment, `0Af…` @throws NotEmulatedError for what is no zip archive, or too large */
  add(request: DeployRequest): string;
  /** @param id of 15 or 18 characters */
  find(id: string): StoredDeployment | undefined;
  /** Keeps all from going on, or lets them. */
  hold(held: HeldDeployments): void;
  /** What waits is cancelled at once, what has begun in the next step. @returns undefined where it is over */
  cancel(deployment: StoredDeployment, userId: string): DeployResult | undefined;
}

/** Asking for them sets those going that wait: also what a process that ended has left. */
export function deployJobs(org: Org): DeployJobs {
  const jobs = known.get(org) ?? createDeployJobs(org);
  known.set(org, jobs);
  jobs.wake();
  return jobs;
}

const known = new WeakMap<Org, DeployJobs & BackgroundWork>();

function createDeployJobs(org: Org): DeployJobs & BackgroundWork {
  const store = deployStore(org);
  const work = backgroundWork(org, () => step(org));
  return {
    ...work,
    add({ zip, options, userId }) {
      checkArchive(zip);
      return org.transaction(() => {
        const id = org.recordIds.allocate('0Af');
        store.add({ id, zip, options, result: pendingResult(org, { id, options, userId }) });
        return id;
      });
    },
    find: (id) => store.find(parseRecordId(id) ?? ''),
    hold(held) {
      holdDeployments(org, held);
      work.wake();
    },
    cancel({ id, result }, userId) {
      if (result.done) return undefined;
      const canceled = {
        canceledBy: userId,
        canceledByName: org.users.findById(userId)?.name ?? '',
        ...result,
        status: 'Canceling',
      } as const;
      const changed = result.status === 'Pending' ? endCanceled(org, canceled) : canceled;
      store.saveResult(id, changed);
      return changed;
    },
  };
}

/** Takes the oldest deployment one state further. @returns whether there was one that may go on */
function step(org: Org): boolean {
  const store = deployStore(org);
  const deployment = store.next();
  if (!deployment) return false;
  const { id, result } = deployment;
  const held = heldDeployments(org);
  if (result.status === 'Canceling') {
    store.saveResult(id, endCanceled(org, result));
    return true;
  }
  if (result.status === 'Pending') {
    if (held === true) return false;
    const now = org.clock().toISOString();
    store.saveResult(id, { ...result, lastModifiedDate: now, startDate: now, status: 'InProgress' });
    return true;
  }
  if (held !== false) return false;
  carryOut(org, deployment);
  return true;
}

/** Its components and its result are one transaction: whatever stops it, it is either over or still to be done. */
function carryOut(org: Org, deployment: StoredDeployment): void {
  const { id, result } = deployment;
  const store = deployStore(org);
  try {
    org.transaction(() => store.saveResult(id, deployArchive(org, deployment)));
  } catch (error) {
    org.schema.refresh();
    const now = org.clock().toISOString();
    const errorMessage = reasonOfFailure(error);
    store.saveResult(id, {
      ...result,
      completedDate: now,
      done: true,
      errorMessage,
      lastModifiedDate: now,
      status: 'Failed',
    });
  }
}

function pendingResult(
  org: Org,
  { id, options, userId }: Omit<DeployRequest, 'zip'> & { readonly id: string },
): DeployResult {
  const now = org.clock().toISOString();
  return {
    checkOnly: options.checkOnly,
    createdBy: userId,
    createdByName: org.users.findById(userId)?.name ?? '',
    createdDate: now,
    details: {
      componentFailures: [],
      componentSuccesses: [],
      runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
    },
    done: false,
    id,
    ignoreWarnings: options.ignoreWarnings,
    lastModifiedDate: now,
    numberComponentErrors: 0,
    numberComponentsDeployed: 0,
    numberComponentsTotal: 0,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: runsTests(options),
    status: 'Pending',
    success: false,
  };
}

function endCanceled(org: Org, result: DeployResult): DeployResult {
  const now = org.clock().toISOString();
  return { ...result, completedDate: now, done: true, lastModifiedDate: now, status: 'Canceled' };
}
