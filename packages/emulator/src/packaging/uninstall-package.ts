import type { StoredRecord } from '../dml/stored-record.ts';
import { deployComponents } from '../metadata/deploy-components.ts';
import { metadataTypes } from '../metadata/types/index.ts';
import type { Org } from '../org/org.ts';
import type { ToolingContext } from '../tooling/tooling-context.ts';
import { toolingSchema } from '../tooling/tooling-schema.ts';
import { dependenciesOf } from './dependencies.ts';
import { findPackageVersion } from './find-package-version.ts';
import { installedVersionIds } from './install-validation.ts';
import { packageComponents, type PackageComponent } from './package-components.ts';

/**
 * Takes a package with all its components and their data out of an org.
 *
 * @returns why it could not be; empty when it is gone
 */
export function uninstallPackage(context: ToolingContext, versionId: string): string[] {
  const { org, userId } = context;
  toolingSchema(org);
  const installed = org.statements
    .prepare('SELECT * FROM "InstalledSubscriberPackage" WHERE substr("SubscriberPackageVersionId", 1, 15) = ?')
    .get(versionId.slice(0, 15)) as StoredRecord | undefined;
  if (!installed) return [`The package version ${versionId} is not installed.`];
  const packageId = String(installed['SubscriberPackageId']);
  const dependent = dependentOn(org, packageId);
  if (dependent !== undefined) return [`The package '${dependent}' depends on this one. Uninstall it first.`];

  const components = packageComponents(org);
  const deletions = lastFirst(org, components.of(packageId)).map(({ type, fullName }) => {
    return { type, fullName, file: fullName, when: 'before' } as const;
  });
  const { success, outcomes } = deployComponents(org, [], { deletions, ignoreWarnings: true, userId });
  if (!success)
    return outcomes.flatMap(({ fullName, failure }) => (failure ? [`${fullName}: ${failure.problem}`] : []));
  components.remove(packageId);
  org.statements.prepare('DELETE FROM "InstalledSubscriberPackage" WHERE "Id" = ?').run(String(installed['Id']));
  return [];
}

/** The name of a package that could not be without this one. How Salesforce words its refusal is not known. */
function dependentOn(org: Org, packageId: string): string | undefined {
  for (const id of installedVersionIds(org)) {
    const installed = findPackageVersion(org, id);
    const wanted = installed ? dependenciesOf(installed).flatMap((each) => findPackageVersion(org, each) ?? []) : [];
    if (wanted.some(({ package2 }) => package2['SubscriberPackageId'] === packageId)) {
      return String(installed?.package2['Name']);
    }
  }
  return undefined;
}

/** Custom objects go last; their parts go with them. Of standard objects, the parts alone. */
function lastFirst(org: Org, components: readonly PackageComponent[]): PackageComponent[] {
  const position = new Map(metadataTypes.map(({ name }, index) => [name, index]));
  const isObject = ({ type }: PackageComponent): boolean => type === 'CustomObject';
  const objects = new Set(
    components
      .filter((each) => isObject(each) && org.schema.object(each.fullName)?.custom)
      .map(({ fullName }) => fullName),
  );
  return components
    .filter((each) =>
      isObject(each) ? objects.has(each.fullName) : !objects.has(each.fullName.slice(0, each.fullName.indexOf('.'))),
    )
    .toSorted((a, b) => (position.get(b.type) ?? 0) - (position.get(a.type) ?? 0));
}
