import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';
import { readVersionInfo, VersionInfoError, type PackageDescriptor, type VersionInfo } from './version-info.ts';

/** What a request for a version asks for, once it is understood. */
export interface PlannedVersion {
  /** Its row in the Dev Hub. */
  readonly package2: StoredRecord;
  readonly descriptor: PackageDescriptor;
  /** An archive in metadata format. */
  readonly packageZip: Uint8Array;
  /** Of the package. */
  readonly namespace: string | undefined;
  /** `05i…` */
  readonly ancestorId: string | null;
}

/** @param versionInfo as the CLI sends it */
export function planVersion(
  org: Org,
  packageId: string,
  versionInfo: Uint8Array,
): PlannedVersion | { readonly problems: readonly string[] } {
  const package2 = org.records.find('Package2', packageId);
  if (!package2) return { problems: ['The package of the request is not in this Dev Hub.'] };
  const info = read(versionInfo);
  if ('problems' in info) return info;
  const { descriptor, packageZip } = info;
  const ancestorId = findAncestor(org, descriptor);
  if (ancestorId === undefined) return { problems: [`The ancestor ${descriptor.ancestorId} is no released version.`] };
  const namespace = typeof package2['NamespacePrefix'] === 'string' ? package2['NamespacePrefix'] : undefined;
  return { package2, descriptor, packageZip, namespace, ancestorId };
}

function read(versionInfo: Uint8Array): VersionInfo | { readonly problems: readonly string[] } {
  try {
    return readVersionInfo(versionInfo);
  } catch (error) {
    if (!(error instanceof VersionInfoError)) throw error;
    return { problems: [error.message] };
  }
}

/** Null: it has none; undefined: it must not have this one. A version can only descend from one that is released. Source: packaging guide, Package Ancestors. */
function findAncestor(org: Org, { ancestorId = '' }: PackageDescriptor): string | null | undefined {
  if (ancestorId === '') return null;
  const row = org.statements
    .prepare(
      'SELECT "Id" FROM "Package2Version" WHERE "IsReleased" = 1 AND (substr("Id", 1, 15) = ? OR substr("SubscriberPackageVersionId", 1, 15) = ?)',
    )
    .get(ancestorId.slice(0, 15), ancestorId.slice(0, 15));
  return row ? String(row['Id']) : undefined;
}
