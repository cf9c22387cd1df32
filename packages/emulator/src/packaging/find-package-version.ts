import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';
import { parseRecordId } from '../org/record-id.ts';
import { toolingSchema } from '../tooling/tooling-schema.ts';
import { findContent, type PackageContent } from './package-content.ts';

/** A package version as every org can find it, whichever Dev Hub made it. */
export interface PublishedVersion {
  readonly hub: Org;
  readonly content: PackageContent;
  /** Rows of the Dev Hub. */
  readonly package2: StoredRecord;
  readonly version: StoredRecord;
  readonly subscriberVersion: StoredRecord;
}

/** @param id `04t…`, 15 or 18 characters */
export function findPackageVersion(org: Org, id: string): PublishedVersion | undefined {
  const wanted = parseRecordId(id);
  if (wanted === undefined || !wanted.startsWith('04t')) return undefined;
  for (const hub of org.host().orgs()) {
    const content = findContent(hub, wanted);
    if (!content) continue;
    toolingSchema(hub);
    const version = hub.records.find('Package2Version', content.versionId);
    const package2 = hub.records.find('Package2', String(version?.['Package2Id']));
    const subscriberVersion = hub.records.find('SubscriberPackageVersion', wanted);
    if (version && package2 && subscriberVersion) return { hub, content, package2, version, subscriberVersion };
  }
  return undefined;
}

/** Of a managed package. */
export function namespaceOf({ package2 }: PublishedVersion): string | undefined {
  return typeof package2['NamespacePrefix'] === 'string' ? package2['NamespacePrefix'] : undefined;
}
