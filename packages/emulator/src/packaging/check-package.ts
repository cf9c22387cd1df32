import { readArchive } from '../metadata/archive/read-archive.ts';
import { deployComponents } from '../metadata/deploy-components.ts';
import { createOrg } from '../org/create-org.ts';
import type { Org } from '../org/org.ts';

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

/** Deploys the package to an empty org of its namespace, as a package version is checked, and throws that org away. */
export function checkPackage(hub: Org, zip: Uint8Array, namespace: string | undefined): PackageCheck {
  const { components, problems } = readArchive(zip);
  const files = new Set(components.map(({ file }) => file)).size;
  const size = components.reduce((total, { xml }) => total + Buffer.byteLength(xml), 0);
  const refused = components
    .filter(({ type }) => NOT_PACKAGEABLE.has(type))
    .map(({ file, type }) => `${file}: a component of the type ${type} can't be packaged.`);
  const unread = problems.map(({ file, problem }) => `${file}: ${problem}`);
  if (refused.length + unread.length > 0) return { problems: [...refused, ...unread], files, size };

  const { org, close } = createOrg({
    clock: hub.clock,
    url: hub.url,
    admin: { username: 'build@package.invalid', password: 'unused' },
  });
  try {
    const { outcomes } = deployComponents(org, components, { namespace, checkOnly: true });
    const failures = outcomes.flatMap(({ file, failure }) => (failure ? [`${file}: ${failure.problem}`] : []));
    return { problems: failures, files, size };
  } finally {
    close();
  }
}
