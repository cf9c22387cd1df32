import type { StoredRecord } from '../dml/stored-record.ts';
import { componentStore, type StoredComponent } from '../metadata/component-store.ts';
import { deployComponents } from '../metadata/deploy-components.ts';
import { metadataTypes } from '../metadata/types/index.ts';
import type { ToolingContext } from '../tooling/tooling-context.ts';
import { toolingSchema } from '../tooling/tooling-schema.ts';

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
  const subscriberPackage = org.records.find('SubscriberPackage', String(installed['SubscriberPackageId']));
  const namespace = subscriberPackage?.['NamespacePrefix'];
  if (typeof namespace !== 'string') return ['NOT_EMULATED uninstalling a package without a namespace.'];

  const deletions = lastFirst(componentStore(org).ofNamespace(namespace)).map(({ type, fullName }) => {
    return { type, fullName, file: fullName, when: 'before' } as const;
  });
  const { success, outcomes } = deployComponents(org, [], { deletions, userId });
  if (!success)
    return outcomes.flatMap(({ fullName, failure }) => (failure ? [`${fullName}: ${failure.problem}`] : []));
  org.statements.prepare('DELETE FROM "InstalledSubscriberPackage" WHERE "Id" = ?').run(String(installed['Id']));
  return [];
}

/** Objects go last; their parts go with them. */
function lastFirst(components: readonly StoredComponent[]): StoredComponent[] {
  const position = new Map(metadataTypes.map(({ name }, index) => [name, index]));
  const objects = new Set(components.filter(({ type }) => type === 'CustomObject').map(({ fullName }) => fullName));
  return components
    .filter(({ type, fullName }) => type === 'CustomObject' || !objects.has(fullName.slice(0, fullName.indexOf('.'))))
    .toSorted((a, b) => (position.get(b.type) ?? 0) - (position.get(a.type) ?? 0));
}
