import { readArchive } from '../metadata/archive/read-archive.ts';
import { deployComponents } from '../metadata/deploy-components.ts';
import { customNames, newComponents } from '../access/grant-new-components.ts';
import { insertToolingRow, updateToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { findPackageVersion, namespaceOf, type PublishedVersion } from './find-package-version.ts';
import {
  descendsFrom,
  installedVersion,
  installedVersionIds,
  installValidation,
  type InstallValidationStatus,
} from './install-validation.ts';
import { dependencyProblems } from './dependencies.ts';
import { grantPackage, type PackageAccess } from './package-access.ts';
import { packageComponents } from './package-components.ts';
import { hasKey, saveSubscriberRows } from './show-package-version.ts';

export interface InstallPackageOptions {
  /** `04t…` */
  readonly versionId: string;
  readonly installKey: string | undefined;
  readonly access: PackageAccess;
}

/** Why a version is not installed, in words of this emulator: Salesforce's own are not known. */
const REFUSALS: Readonly<Record<Exclude<InstallValidationStatus, 'NO_ERRORS_DETECTED'>, string>> = {
  BETA_INSTALL_INTO_PRODUCTION_ORG: "A beta version can't be installed in a production org.",
  CANNOT_INSTALL_EARLIER_VERSION: 'A later version of this package is installed.',
  CANNOT_UPGRADE_BETA: "A beta version is installed, and can't be upgraded. Uninstall it first.",
  DEPRECATED_INSTALL_PACKAGE: 'This package version is deprecated.',
  NAMESPACE_COLLISION: 'The namespace of this package is taken in this org.',
  UNINSTALL_IN_PROGRESS: 'This package is being uninstalled.',
};

/**
 * Installs or upgrades a package in an org, all of it or nothing.
 *
 * @returns why it could not be installed; empty when it is
 */
export function installPackage(context: ToolingContext, options: InstallPackageOptions): string[] {
  const { versionId, installKey, access } = options;
  const { org, userId } = context;
  const published = findPackageVersion(org, versionId);
  if (!published) return [`There is no package version ${versionId}.`];
  if (!hasKey(published, installKey)) return ['The installation key is missing or incorrect.'];
  const status = installValidation(org, published);
  if (status !== 'NO_ERRORS_DETECTED') return [`${status}: ${REFUSALS[status]}`];
  const installed = installedVersion(org, published);
  const refused = installed && refuseUpgrade(published, String(installed['SubscriberPackageVersionId']));
  if (refused !== undefined) return [refused];

  // Source of the beginning: an issue of jamessimone/apex-rollup (464).
  const missing = dependencyProblems(org, published, installedVersionIds(org));
  if (missing.length > 0) return missing.map((problem) => `Invalid Upgrade. ${problem}`);

  const before = customNames(org.schema);
  const { components } = readArchive(published.content.zip);
  const { success, outcomes } = deployComponents(org, components, { namespace: namespaceOf(published), userId });
  if (!success) return outcomes.flatMap(({ file, failure }) => (failure ? [`${file}: ${failure.problem}`] : []));
  grantPackage(org, access, newComponents(org.schema, before));
  packageComponents(org).add(String(published.package2['SubscriberPackageId']), outcomes);
  saveSubscriberRows(context, published);
  const row = {
    SubscriberPackageId: published.package2['SubscriberPackageId'] ?? null,
    SubscriberPackageVersionId: published.content.subscriberVersionId,
    MinPackageVersionId: installed?.['MinPackageVersionId'] ?? published.content.subscriberVersionId,
  };
  if (installed) updateToolingRow(context, 'InstalledSubscriberPackage', String(installed['Id']), row);
  else insertToolingRow(context, 'InstalledSubscriberPackage', row);
  return [];
}

/** A managed package is only upgraded along its line of ancestors; how Salesforce words its refusal is not known. */
function refuseUpgrade(published: PublishedVersion, installedId: string): string | undefined {
  if (published.package2['ContainerOptions'] !== 'Managed') return undefined;
  if (installedId === published.content.subscriberVersionId || descendsFrom(published, installedId)) return undefined;
  return `The installed version ${installedId} is no ancestor of this one.`;
}
