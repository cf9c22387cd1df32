import type { StoredRecord } from '../dml/stored-record.ts';
import { insertToolingRow, updateToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import type { PackageCheck } from './check-package.ts';
import { saveContent } from './package-content.ts';
import type { PlannedVersion } from './plan-version.ts';
import type { PackageDescriptor } from './version-info.ts';

export interface SaveVersionOptions {
  readonly plan: PlannedVersion;
  readonly check: PackageCheck;
  /** The row of the request. */
  readonly request: StoredRecord;
  readonly installKey: string | null;
}

/** Makes the rows of a new version and keeps what it holds. @returns its id, `05i…` */
export function saveVersion(context: ToolingContext, options: SaveVersionOptions): string {
  const { org } = context;
  const { plan, check, request, installKey } = options;
  const { package2, descriptor, packageZip, ancestorId } = plan;
  const numbers = nextNumber(context, String(package2['Id']), descriptor.versionNumber);
  const subscriberVersionId = org.recordIds.allocate('04t');
  const versionId = insertToolingRow(context, 'Package2Version', {
    Package2Id: package2['Id'] ?? null,
    SubscriberPackageVersionId: subscriberVersionId,
    Name: descriptor.versionName ?? descriptor.versionNumber,
    Description: descriptor.versionDescription ?? null,
    Tag: request['Tag'] ?? null,
    Branch: request['Branch'] ?? null,
    AncestorId: ancestorId,
    ...numbers,
    IsPasswordProtected: Number(installKey !== null),
    ValidationSkipped: request['SkipValidation'] ?? 0,
    ValidatedAsync: request['AsyncValidation'] ?? 0,
    BuildDurationInSeconds: 0,
    EndToEndBuildDurationInSeconds: 0,
    TotalNumberOfMetadataFiles: check.files,
    TotalSizeOfMetadataFiles: check.size,
    Language: request['Language'] ?? 'en_US',
  });
  saveContent(org, { versionId, subscriberVersionId, zip: packageZip, installKey });
  const isManaged = package2['ContainerOptions'] === 'Managed';
  insertToolingRow(
    context,
    'SubscriberPackageVersion',
    {
      SubscriberPackageId: package2['SubscriberPackageId'] ?? null,
      Name: descriptor.versionName ?? descriptor.versionNumber,
      Description: descriptor.versionDescription ?? null,
      PublisherName: org.identity.name,
      ...numbers,
      ReleaseState: 'Beta',
      IsManaged: Number(isManaged),
      IsBeta: 1,
      IsPasswordProtected: Number(installKey !== null),
      Package2ContainerOptions: package2['ContainerOptions'] ?? null,
      IsOrgDependent: package2['IsOrgDependent'] ?? 0,
      ReleaseNotesUrl: descriptor.releaseNotesUrl ?? null,
      PostInstallUrl: descriptor.postInstallUrl ?? null,
      Dependencies: dependenciesOf(descriptor),
    },
    subscriberVersionId,
  );
  return versionId;
}

/** What was validated can be promoted, if code coverage was calculated: there is no Apex here that it could lack. */
export function passVersion(
  context: ToolingContext,
  { versionId, request }: { readonly versionId: string; readonly request: StoredRecord },
): void {
  const HasPassedCodeCoverageCheck = request['CalculateCodeCoverage'] ?? 0;
  updateToolingRow(context, 'Package2Version', versionId, { HasPassedCodeCoverageCheck });
}

function dependenciesOf({ dependencies }: PackageDescriptor): string | null {
  const ids = (dependencies ?? []).map(({ subscriberPackageVersionId }) => ({ subscriberPackageVersionId }));
  return ids.length === 0 ? null : JSON.stringify({ ids });
}

/** `0.1.0.NEXT` is the build after the last one of 0.1.0. Source: packaging guide, version numbering. */
function nextNumber({ org }: ToolingContext, packageId: string, versionNumber: string): StoredRecord {
  const [major = 0, minor = 0, patch = 0, build = Number.NaN] = versionNumber.split('.').map(Number);
  const row = org.statements
    .prepare(
      `SELECT max("BuildNumber") AS last FROM "Package2Version"
       WHERE "Package2Id" = ? AND "MajorVersion" = ? AND "MinorVersion" = ? AND "PatchVersion" = ?`,
    )
    .get(packageId, major, minor, patch);
  const next = Number(row?.['last'] ?? 0) + 1;
  return {
    MajorVersion: major,
    MinorVersion: minor,
    PatchVersion: patch,
    BuildNumber: Number.isNaN(build) ? next : build,
  };
}
