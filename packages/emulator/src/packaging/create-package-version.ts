import type { StoredRecord } from '../dml/stored-record.ts';
import { insertToolingRow, updateToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { checkPackage } from './check-package.ts';
import { saveContent } from './package-content.ts';
import { readVersionInfo, VersionInfoError, type PackageDescriptor } from './version-info.ts';

export interface CreatePackageVersionOptions {
  /** The fields of the request that were given. */
  readonly request: StoredRecord;
  readonly versionInfo: Uint8Array;
}

/**
 * Makes a version of a package: the request ends as `Success` with its version, or as `Error` with the reasons. It is over
 * when this returns. Source: the requests and queries of @salesforce/packaging.
 *
 * @returns the id of the request, `08c…`
 */
export function createPackageVersion(context: ToolingContext, options: CreatePackageVersionOptions): string {
  const { request } = options;
  const installKey = typeof request['InstallKey'] === 'string' ? request['InstallKey'] : null;
  const id = insertToolingRow(context, 'Package2VersionCreateRequest', {
    ...request,
    InstallKey: null,
    IsPasswordProtected: Number(installKey !== null),
    Status: 'Queued',
  });
  const built = build(context, options, installKey);
  if ('problems' in built) {
    for (const Message of built.problems) {
      insertToolingRow(context, 'Package2VersionCreateRequestError', { ParentRequestId: id, Message });
    }
  }
  const result = 'problems' in built ? { Status: 'Error' } : { Status: 'Success', Package2VersionId: built.versionId };
  updateToolingRow(context, 'Package2VersionCreateRequest', id, result);
  return id;
}

type Built = { readonly versionId: string } | { readonly problems: readonly string[] };

function build(
  context: ToolingContext,
  { request, versionInfo }: CreatePackageVersionOptions,
  installKey: string | null,
): Built {
  const { org } = context;
  const package2 = org.records.find('Package2', String(request['Package2Id']));
  if (!package2) return { problems: ['The package of the request is not in this Dev Hub.'] };
  let info;
  try {
    info = readVersionInfo(versionInfo);
  } catch (error) {
    if (!(error instanceof VersionInfoError)) throw error;
    return { problems: [error.message] };
  }
  const { descriptor, packageZip } = info;
  const ancestor = findAncestor(context, descriptor);
  if (ancestor === undefined) return { problems: [`The ancestor ${descriptor.ancestorId} is no released version.`] };
  const namespace = typeof package2['NamespacePrefix'] === 'string' ? package2['NamespacePrefix'] : undefined;
  const skip = request['SkipValidation'] === 1;
  const check = checkPackage(org, packageZip, namespace);
  if (check.problems.length > 0) return { problems: check.problems };

  const numbers = nextNumber(context, String(package2['Id']), descriptor.versionNumber);
  const subscriberVersionId = org.recordIds.allocate('04t');
  const versionId = insertToolingRow(context, 'Package2Version', {
    Package2Id: package2['Id'] ?? null,
    SubscriberPackageVersionId: subscriberVersionId,
    Name: descriptor.versionName ?? descriptor.versionNumber,
    Description: descriptor.versionDescription ?? null,
    Tag: request['Tag'] ?? null,
    Branch: request['Branch'] ?? null,
    AncestorId: ancestor,
    ...numbers,
    IsPasswordProtected: Number(installKey !== null),
    ValidationSkipped: Number(skip),
    ValidatedAsync: request['AsyncValidation'] ?? 0,
    HasPassedCodeCoverageCheck: Number(request['CalculateCodeCoverage'] === 1 && !skip),
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
  return { versionId };
}

function dependenciesOf({ dependencies }: PackageDescriptor): string | null {
  const ids = (dependencies ?? []).map(({ subscriberPackageVersionId }) => ({ subscriberPackageVersionId }));
  return ids.length === 0 ? null : JSON.stringify({ ids });
}

/** Null: it has none; undefined: it must not have this one. A version can only descend from one that is released. Source: packaging guide, Package Ancestors. */
function findAncestor({ org }: ToolingContext, { ancestorId = '' }: PackageDescriptor): string | null | undefined {
  if (ancestorId === '') return null;
  const row = org.statements
    .prepare(
      'SELECT "Id" FROM "Package2Version" WHERE "IsReleased" = 1 AND (substr("Id", 1, 15) = ? OR substr("SubscriberPackageVersionId", 1, 15) = ?)',
    )
    .get(ancestorId.slice(0, 15), ancestorId.slice(0, 15));
  return row ? String(row['Id']) : undefined;
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
