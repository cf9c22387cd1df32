import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';
import { toolingSchema } from '../tooling/tooling-schema.ts';
import { findPackageVersion, namespaceOf, type PublishedVersion } from './find-package-version.ts';
import { compareVersions } from './version-number.ts';

/** The statuses that occur here, of those that @salesforce/packaging lists. */
export type InstallValidationStatus =
  | 'NO_ERRORS_DETECTED'
  | 'BETA_INSTALL_INTO_PRODUCTION_ORG'
  | 'CANNOT_INSTALL_EARLIER_VERSION'
  | 'CANNOT_UPGRADE_BETA'
  | 'DEPRECATED_INSTALL_PACKAGE'
  | 'NAMESPACE_COLLISION'
  | 'UNINSTALL_IN_PROGRESS';

/**
 * Whether an org can install a version. Source: packaging guide, Upgrade a Package, Beta Package Versions; the statuses of
 * SubscriberPackageVersion. A developer, scratch or sandbox org takes betas, production does not.
 */
export function installValidation(org: Org, published: PublishedVersion): InstallValidationStatus {
  const { version } = published;
  const isBeta = version['IsReleased'] !== 1;
  if (version['IsDeprecated'] === 1) return 'DEPRECATED_INSTALL_PACKAGE';
  if (isBeta && org.identity.kind === 'production') return 'BETA_INSTALL_INTO_PRODUCTION_ORG';
  const installed = installedVersion(org, published);
  if (installed) {
    if (isBeingUninstalled(org, String(installed['SubscriberPackageVersionId']))) return 'UNINSTALL_IN_PROGRESS';
    const { SubscriberPackageVersionId: installedId } = installed;
    if (installedId === published.content.subscriberVersionId) return 'NO_ERRORS_DETECTED';
    const before = findPackageVersion(org, String(installedId))?.version ?? installed;
    const isManaged = published.package2['ContainerOptions'] === 'Managed';
    if (isManaged && before['IsReleased'] !== 1) return 'CANNOT_UPGRADE_BETA';
    if (compareVersions(version, before) < 0) return 'CANNOT_INSTALL_EARLIER_VERSION';
    return 'NO_ERRORS_DETECTED';
  }
  const namespace = namespaceOf(published);
  return namespace !== undefined && isTaken(org, namespace, published.hub)
    ? 'NAMESPACE_COLLISION'
    : 'NO_ERRORS_DETECTED';
}

/** The row of InstalledSubscriberPackage for the package that a version is of. */
export function installedVersion(org: Org, { package2 }: PublishedVersion): StoredRecord | undefined {
  toolingSchema(org);
  const row = org.statements
    .prepare('SELECT * FROM "InstalledSubscriberPackage" WHERE "SubscriberPackageId" = ?')
    .get(String(package2['SubscriberPackageId']));
  return row as StoredRecord | undefined;
}

function isBeingUninstalled(org: Org, versionId: string): boolean {
  const row = org.statements
    .prepare(
      `SELECT 1 FROM "SubscriberPackageVersionUninstallRequest"
       WHERE substr("SubscriberPackageVersionId", 1, 15) = ? AND "Status" IN ('Queued', 'InProgress')`,
    )
    .get(versionId.slice(0, 15));
  return row !== undefined;
}

/** Of every package that is installed, `04t…`. */
export function installedVersionIds(org: Org): string[] {
  toolingSchema(org);
  const rows = org.statements
    .prepare('SELECT "SubscriberPackageVersionId" AS id FROM "InstalledSubscriberPackage"')
    .all();
  return rows.map((row) => String(row['id']));
}

/**
 * Packages of one Dev Hub can share a namespace. Source: packaging guide, Comparison of First- and Second-Generation
 * Managed Packages.
 */
function isTaken(org: Org, namespace: string, hub: Org): boolean {
  if (org.identity.namespace === namespace) return true;
  return installedVersionIds(org).some((id) => {
    const other = findPackageVersion(org, id);
    return other !== undefined && namespaceOf(other) === namespace && other.hub !== hub;
  });
}

/** Whether a released version may replace another: it descends from it. Source: packaging guide, Package Ancestors. */
export function descendsFrom({ hub, version }: PublishedVersion, ancestorVersionId: string): boolean {
  let id = version['AncestorId'];
  while (typeof id === 'string') {
    const row = hub.records.find('Package2Version', id);
    if (row?.['SubscriberPackageVersionId'] === ancestorVersionId) return true;
    id = row?.['AncestorId'] ?? null;
  }
  return false;
}
