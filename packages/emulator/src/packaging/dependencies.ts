import type { Org } from '../org/org.ts';
import { findPackageVersion, type PublishedVersion } from './find-package-version.ts';
import { compareVersions } from './version-number.ts';

/**
 * Why a version cannot come to an org: packages that it depends on are not there, or only in earlier versions.
 * Source of the text: issues of j-fischer/rflib (24), forcedotcom/cli (56, 441) and jamessimone/apex-rollup (464). That
 * every later version of the package will do is not verified.
 *
 * @param there the versions that the org has, `04t…`
 */
export function dependencyProblems(org: Org, published: PublishedVersion, there: readonly string[]): string[] {
  const installed = there.flatMap((id) => findPackageVersion(org, id) ?? []);
  return dependenciesOf(published).flatMap((id) => {
    const wanted = findPackageVersion(org, id);
    if (!wanted) return [`There is no package version ${id}.`];
    const isThere = installed.some(
      ({ package2, version }) =>
        package2['Id'] === wanted.package2['Id'] && compareVersions(version, wanted.version) >= 0,
    );
    if (isThere) return [];
    const name = String(wanted.package2['Name']);
    const number = `${String(wanted.version['MajorVersion'])}.${String(wanted.version['MinorVersion'])}`;
    return [
      `The package you're installing depends on package '${name}', version '${number}'. ` +
        `Install package '${name}' in the target org before you install package '${String(published.package2['Name'])}'.`,
    ];
  });
}

/** The versions that a version depends on, `04t…`. */
export function dependenciesOf({ subscriberVersion }: PublishedVersion): string[] {
  const json = subscriberVersion['Dependencies'];
  if (typeof json !== 'string') return [];
  const { ids } = JSON.parse(json) as { ids: { subscriberPackageVersionId: string }[] };
  return ids.map(({ subscriberPackageVersionId }) => subscriberPackageVersionId);
}
