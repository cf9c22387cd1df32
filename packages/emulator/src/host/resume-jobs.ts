import { deployJobs } from '../metadata/deploy/deploy-jobs.ts';
import { retrieveJobs } from '../metadata/retrieve/retrieve-jobs.ts';
import type { Org } from '../org/org.ts';
import { packagingJobs } from '../packaging/requests/packaging-jobs.ts';

/** Sets going what a process that ended, or a snapshot, has left waiting. */
export function resumeJobs(org: Org): void {
  deployJobs(org);
  retrieveJobs(org);
  packagingJobs(org);
}
