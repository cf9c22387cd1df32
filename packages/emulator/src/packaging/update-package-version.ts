import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import { updateToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { setInstallKey } from './package-content.ts';

/**
 * Changes a version of a package; `IsReleased` promotes it for good, `IsDeprecated` deletes it. What was built without validation or without code
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
  if (changes['IsDeprecated'] === 1 && version['IsReleased'] === 1 && isManaged(context, version)) {
    throw refuseDeletion();
  }
  if (changes['IsReleased'] === 0 && version['IsReleased'] === 1) throw refuse('released already');
  const { InstallKey: installKey, ...rest } = changes;
  updateToolingRow(context, 'Package2Version', id, {
    ...rest,
    ...(installKey !== undefined && { IsPasswordProtected: Number(installKey !== null) }),
  });
  if (installKey !== undefined) setInstallKey(org, id, typeof installKey === 'string' ? installKey : null);
  org.records.update('SubscriberPackageVersion', String(version['SubscriberPackageVersionId']), {
    ...(changes['IsReleased'] === 1 && { IsBeta: 0, ReleaseState: 'Released' }),
    ...(changes['Name'] !== undefined && { Name: changes['Name'] }),
    ...(changes['Description'] !== undefined && { Description: changes['Description'] }),
    ...(installKey !== undefined && { IsPasswordProtected: Number(installKey !== null) }),
  });
}

function isManaged({ org }: ToolingContext, version: StoredRecord): boolean {
  return org.records.find('Package2', String(version['Package2Id']))?.['ContainerOptions'] === 'Managed';
}

/** Of managed packages only betas can be deleted. Source: the help of `sf package version delete`; the text is not verified. */
function refuseDeletion(): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: "This package version can't be deleted: it is a released version of a managed package.",
    fields: ['IsDeprecated'],
  });
}

function refuse(what: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: `This package version can't be promoted: it is ${what}.`,
    fields: ['IsReleased'],
  });
}
