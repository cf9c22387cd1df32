import type { DatabaseSync } from 'node:sqlite';
import { quote } from '../schema/prepare-table.ts';
import { standardObjects } from '../schema/standard-objects.ts';
import type { OrgIdentity } from './org-identity.ts';
import { isSetupObject } from './setup-objects.ts';

export interface MakeSandboxOptions {
  readonly orgId: string;
  readonly identity: OrgIdentity;
  readonly withRecords: boolean;
}

/** What belongs to one org alone and is not copied: sessions, tokens, keys, what is being deployed, and the clock. */
const NOT_COPIED_TABLES = /^__(session|deploy|retrieval|packaging_request|oauth_(?!app$).*)$/;
const NOT_COPIED_SETTINGS = [
  'instance',
  'firstRecordNumber',
  'clockOffset',
  'clockFrozenAt',
  'dailyApiRequests',
  'deployments.held',
  'packaging.held',
];

/**
 * Turns the copy of an org's database into a sandbox's: an org id of its own, usernames that end with the sandbox's name,
 * e-mail addresses that reach nobody, no sessions, and no records unless it is a full sandbox. Record ids stay as they are.
 * Source: Salesforce Help, Sandboxes: Staging Environments for Customizing and Testing; Sandbox Considerations.
 */
export function makeSandbox(database: DatabaseSync, { orgId, identity, withRecords }: MakeSandboxOptions): void {
  database.exec('BEGIN IMMEDIATE');
  for (const table of tablesOf(database)) {
    const isRecords = !table.startsWith('__');
    const drop = isRecords ? !withRecords && !isSetupObject(table) : NOT_COPIED_TABLES.test(table);
    if (drop) database.exec(`DELETE FROM ${quote(table)}`);
  }
  const removeSetting = database.prepare('DELETE FROM __setting WHERE name = ?');
  for (const name of NOT_COPIED_SETTINGS) removeSetting.run(name);
  const setSetting = database.prepare('INSERT OR REPLACE INTO __setting (name, value) VALUES (?, ?)');
  setSetting.run('orgId', orgId);
  setSetting.run('identity', JSON.stringify(identity));

  database
    .prepare('UPDATE "Organization" SET "Id" = ?, "IsSandbox" = 1, "InstanceName" = ?')
    .run(orgId, identity.instanceName);
  database
    .prepare(`UPDATE "User" SET "Username" = "Username" || '.' || ?, "Email" = "Email" || '.invalid'`)
    .run((identity.sandboxName ?? '').toLowerCase());
  database.exec('COMMIT');
}

/** Tables of objects, and the org's own; those that SQLite makes for itself are left out. */
function tablesOf(database: DatabaseSync): string[] {
  const known = new Set(standardObjects.map(({ name }) => name));
  return database
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
    .all()
    .map((row) => String(row['name']))
    .filter((name) => name.startsWith('__') || known.has(name) || /__\w$/.test(name));
}
