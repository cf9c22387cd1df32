import type { Org } from '../../org/org.ts';
import { deployArchive, runsTests } from './deploy-archive.ts';
import { deployStore } from './deploy-store.ts';

const TEN_DAYS_MILLISECONDS = 10 * 24 * 60 * 60 * 1000;

/**
 * Deploys what a validation has checked: one that succeeded in the last ten days and for which tests were run.
 * Source: Metadata API guide, deployRecentValidation().
 *
 * @returns the id of the new deployment; undefined when there is no such validation
 */
export function quickDeploy(org: Org, validationId: string, userId: string): string | undefined {
  const validation = deployStore(org).find(validationId);
  if (!validation) return undefined;
  const { result, options, zip } = validation;
  const age = org.clock().getTime() - new Date(result.completedDate).getTime();
  if (!result.checkOnly || !result.success || !runsTests(options) || age > TEN_DAYS_MILLISECONDS) return undefined;
  return deployArchive(org, { zip, userId, options: { ...options, checkOnly: false } });
}
