import { readArchive } from '../metadata/archive/read-archive.ts';
import { deployComponents } from '../metadata/deploy-components.ts';
import { createOrg } from '../org/create-org.ts';
import type { Org } from '../org/org.ts';
import { dependencyProblems } from './dependencies.ts';
import { findPackageVersion, namespaceOf } from './find-package-version.ts';
import type { PlannedVersion } from './plan-version.ts';

/**
 * Stay on the source org or belong to the subscriber. Source: Salesforce Help, Package External Client Apps; Metadata API
 * guide, ExtlClntAppGlobalOauthSettings; field reports for the policies.
 */
const NOT_PACKAGEABLE = new Set([
  'ExtlClntAppGlobalOauthSettings',
  'ExtlClntAppOauthConfigurablePolicies',
  'ExtlClntAppConfigurablePolicies',
  'ConnectedApp',
]);

export interface PackageCheck {
  /** Why it cannot become a version; empty when it can. The wording is this emulator's own. */
  readonly problems: readonly string[];
  readonly files: number;
  /** Bytes of their XML. */
  readonly size: number;
}

/** What can be said of a package without an org to deploy it to. */
export function readPackage(zip: Uint8Array): PackageCheck {
  const { components, problems } = readArchive(zip);
  const refused = components
    .filter(({ type }) => NOT_PACKAGEABLE.has(type))
    .map(({ file, type }) => `${file}: a component of the type ${type} can't be packaged.`);
  return {
    problems: [...refused, ...problems.map(({ file, problem }) => `${file}: ${problem}`)],
    files: new Set(components.map(({ file }) => file)).size,
    size: components.reduce((total, { xml }) => total + Buffer.byteLength(xml), 0),
  };
}

type CheckedVersion = Pick<PlannedVersion, 'packageZip' | 'namespace' | 'descriptor'>;

/**
 * Deploys the package to an empty org of its namespace, after the versions that it depends on, as a package version is
 * checked, and throws that org away.
 */
export function checkPackage(hub: Org, version: CheckedVersion): PackageCheck {
  const read = readPackage(version.packageZip);
  if (read.problems.length > 0) return read;
  const { org, close } = createOrg({
    clock: hub.clock,
    url: hub.url,
    admin: { username: 'build@package.invalid', password: 'unused' },
  });
  try {
    return { ...read, problems: deployToEmptyOrg(hub, org, version) };
  } finally {
    close();
  }
}

function deployToEmptyOrg(hub: Org, org: Org, { packageZip, namespace, descriptor }: CheckedVersion): string[] {
  const there: string[] = [];
  for (const { subscriberPackageVersionId: id } of descriptor.dependencies ?? []) {
    const problems = deployDependency(hub, org, { id, there });
    // Source of the beginning: issues of forcedotcom/cli (56, 441) and SalesforceFoundation/NPSP (6614).
    const begin = `An error occurred while trying to install a package dependency, ID ${id}: `;
    if (problems.length > 0) return problems.map((problem) => begin + problem);
    there.push(id);
  }
  return failures(deployComponents(org, readArchive(packageZip).components, { namespace, checkOnly: true }));
}

function deployDependency(
  hub: Org,
  org: Org,
  { id, there }: { readonly id: string; readonly there: readonly string[] },
): readonly string[] {
  const published = findPackageVersion(hub, id);
  if (!published) return [`There is no package version ${id}.`];
  const problems = dependencyProblems(hub, published, there);
  if (problems.length > 0) return problems;
  const { components } = readArchive(published.content.zip);
  return failures(deployComponents(org, components, { namespace: namespaceOf(published) }));
}

function failures({ outcomes }: ReturnType<typeof deployComponents>): string[] {
  return outcomes.flatMap(({ file, failure }) => (failure ? [`${file}: ${failure.problem}`] : []));
}
