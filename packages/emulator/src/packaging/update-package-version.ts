import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import { updateToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { setInstallKey } from './package-content.ts';

/**
 * Changes a version of a package; `IsReleased` promotes it for good. What was built without validation or without code
 * coverage cannot be promoted. Source: packaging guide, Release a Package, Code Coverage; the texts are not verified.
 */
export function updatePackageVersion(context: ToolingContext, version: StoredRecord, changes: StoredRecord): void {
  const { org } = context;
  const id = String(version['Id']);
  if (changes['IsReleased'] === 1) {
    if (version['ValidationSkipped'] === 1) throw refuse('a version that was created with validation skipped');
    if (version['HasPassedCodeCoverageCheck'] !== 1) {
      throw refuse('a version that has not passed the code coverage check: create it with code coverage calculated');
    }
  }
  if (changes['IsReleased'] === 0 && version['IsReleased'] === 1) throw refuse('released already');
  const { InstallKey: installKey, ...rest } = changes;
  updateToolingRow(context, 'Package2Version', id, {
    ...rest,
    ...(installKey !== undefined && { IsPasswordProtected: Number(installKey !== null) }),
  });
  if (installKey !== undefined) setInstallKey(org, id, typeof installKey === 'string' ? installKey : null);
  if (changes['IsReleased'] === 1) {
    const released = { IsBeta: 0, ReleaseState: 'Released' };
    org.records.update('SubscriberPackageVersion', String(version['SubscriberPackageVersionId']), released);
  }
}

function refuse(what: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: `This package version can't be promoted: it is ${what}.`,
    fields: ['IsReleased'],
  });
}
