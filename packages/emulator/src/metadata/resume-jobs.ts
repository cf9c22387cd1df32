import type { Org } from '../org/org.ts';
import { deployJobs } from './deploy/deploy-jobs.ts';
import { retrieveJobs } from './retrieve/retrieve-jobs.ts';

/** Sets going what a process that ended, or a snapshot, has left waiting. */
export function resumeJobs(org: Org): void {
  deployJobs(org);
  retrieveJobs(org);
}
