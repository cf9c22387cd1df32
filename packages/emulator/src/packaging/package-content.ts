import type { Org } from '../org/org.ts';

/** What a package version holds: kept in the Dev Hub, beside the rows of the Tooling API. */
export interface PackageContent {
  /** Of the Dev Hub, `05i…`. */
  readonly versionId: string;
  /** As subscribers know it, `04t…`. */
  readonly subscriberVersionId: string;
  /** An archive in metadata format. */
  readonly zip: Uint8Array;
  readonly installKey: string | null;
}

export function saveContent(org: Org, { versionId, subscriberVersionId, zip, installKey }: PackageContent): void {
  prepare(org);
  org.statements
    .prepare('INSERT INTO __package_version (version_id, subscriber_id, zip, install_key) VALUES (?, ?, ?, ?)')
    .run(versionId, subscriberVersionId, zip, installKey);
}

/** @param subscriberVersionId 18 characters */
export function findContent(org: Org, subscriberVersionId: string): PackageContent | undefined {
  if (!org.identity.devHub) return undefined;
  prepare(org);
  const row = org.statements
    .prepare('SELECT * FROM __package_version WHERE subscriber_id = ?')
    .get(subscriberVersionId);
  if (!row) return undefined;
  return {
    versionId: String(row['version_id']),
    subscriberVersionId,
    zip: row['zip'] as Uint8Array,
    installKey: typeof row['install_key'] === 'string' ? row['install_key'] : null,
  };
}

export function setInstallKey(org: Org, versionId: string, installKey: string | null): void {
  prepare(org);
  org.statements
    .prepare('UPDATE __package_version SET install_key = ? WHERE version_id = ?')
    .run(installKey, versionId);
}

function prepare({ database }: Org): void {
  database.exec(`CREATE TABLE IF NOT EXISTS __package_version (
    version_id TEXT PRIMARY KEY, subscriber_id TEXT NOT NULL UNIQUE, zip BLOB NOT NULL, install_key TEXT) STRICT`);
}
