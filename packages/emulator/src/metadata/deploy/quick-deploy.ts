import type { Org } from '../../org/org.ts';
import { deployJobs } from './deploy-jobs.ts';
import { runsTests } from './deploy-options.ts';

const TEN_DAYS_MILLISECONDS = 10 * 24 * 60 * 60 * 1000;

/**
 * Deploys what a validation has checked: one that succeeded in the last ten days and for which tests were run.
 * Source: Metadata API guide, deployRecentValidation().
 *
 * @returns the id of the new deployment; undefined when there is no such validation
 */
export function quickDeploy(org: Org, validationId: string, userId: string): string | undefined {
  const validation = deployJobs(org).find(validationId);
  if (!validation) return undefined;
  const { result, options, zip } = validation;
  if (result.completedDate === undefined) return undefined;
  const age = org.clock().getTime() - new Date(result.completedDate).getTime();
  if (!result.checkOnly || !result.success || !runsTests(options) || age > TEN_DAYS_MILLISECONDS) return undefined;
  return deployJobs(org).add({ zip, userId, options: { ...options, checkOnly: false } });
}
