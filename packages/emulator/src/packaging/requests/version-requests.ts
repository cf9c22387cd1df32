import type { StoredRecord } from '../../dml/stored-record.ts';
import { insertToolingRow, updateToolingRow } from '../../tooling/tooling-context.ts';
import { checkPackage, readPackage } from '../check-package.ts';
import { planVersion, type PlannedVersion } from '../plan-version.ts';
import { passVersion, saveVersion } from '../save-version.ts';
import { STATUSES_UNDER_WAY, type StatusUnderWay } from './held-packaging.ts';
import type { PackagingJob, RequestKind } from './request-kind.ts';

const OBJECT = 'Package2VersionCreateRequest';

/**
 * Source: @salesforce/packaging; Salesforce DX guide, `--skip-validation` (dependencies, ancestors and metadata are not
 * looked at) and `--async-validation` (the version is there before they are). That a version without validation leaves
 * out the Verifying statuses is not verified.
 */
export const versionRequests: RequestKind = {
  object: OBJECT,
  nextStatus: (row) => STATUSES_UNDER_WAY.find((status) => goesThrough(row, status) && isAfter(status, row['Status'])),
  work(job, next) {
    if (next === 'PerformingValidations') return make(job, 'later');
    if (next !== undefined) return [];
    if (job.row['SkipValidation'] === 1) return make(job, 'never');
    return job.row['AsyncValidation'] === 1 ? validate(job) : make(job, 'now');
  },
  succeed: ({ context, waiting: { id } }) => updateToolingRow(context, OBJECT, id, { Status: 'Success' }),
  fail({ context, waiting: { id } }, problems) {
    for (const Message of problems) {
      insertToolingRow(context, 'Package2VersionCreateRequestError', { ParentRequestId: id, Message });
    }
    updateToolingRow(context, OBJECT, id, { Status: 'Error' });
  },
};

function goesThrough(row: StoredRecord, status: StatusUnderWay): boolean {
  if (row['SkipValidation'] === 1) return !/^Verifying|^Performing/.test(status);
  return status !== 'PerformingValidations' || row['AsyncValidation'] === 1;
}

function isAfter(status: StatusUnderWay, current: unknown): boolean {
  return STATUSES_UNDER_WAY.indexOf(status) > (STATUSES_UNDER_WAY as readonly unknown[]).indexOf(current);
}

function make({ context, row, waiting }: PackagingJob, validation: 'now' | 'later' | 'never'): readonly string[] {
  const plan = planOf({ context, row, waiting });
  if ('problems' in plan) return plan.problems;
  const { packageZip } = plan;
  const check = validation === 'now' ? checkPackage(context.org, plan) : readPackage(packageZip);
  if (check.problems.length > 0) return check.problems;
  const Package2VersionId = saveVersion(context, { plan, check, request: row, installKey: waiting.installKey ?? null });
  if (validation === 'now') passVersion(context, { versionId: Package2VersionId, request: row });
  updateToolingRow(context, OBJECT, waiting.id, { Package2VersionId });
  return [];
}

/** Of a version that is there already. */
function validate({ context, row, waiting }: PackagingJob): readonly string[] {
  const plan = planOf({ context, row, waiting });
  if ('problems' in plan) return plan.problems;
  const { problems } = checkPackage(context.org, plan);
  if (problems.length === 0) passVersion(context, { versionId: String(row['Package2VersionId']), request: row });
  return problems;
}

function planOf({ context, row, waiting }: PackagingJob): PlannedVersion | { readonly problems: readonly string[] } {
  return planVersion(context.org, String(row['Package2Id']), waiting.versionInfo ?? new Uint8Array());
}
