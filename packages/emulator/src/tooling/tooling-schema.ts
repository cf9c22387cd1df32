import type { DatabaseSync } from 'node:sqlite';
import { isTestOrg } from '../host/org-identity.ts';
import type { Org } from '../org/org.ts';
import type { ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { createTables } from '../schema/prepare-table.ts';
import { createSchemaView } from '../schema/schema-view.ts';
import {
  installedSubscriberPackage,
  packageInstallRequest,
  subscriberPackage,
  subscriberPackageVersion,
  uninstallRequest,
  uninstallRequestError,
} from './objects/installs.ts';
import { sandboxInfo, sandboxProcess, sourceMember, sourceTrackingSettings } from './objects/orgs.ts';
import {
  package2,
  package2Version,
  package2VersionCreateRequest,
  package2VersionCreateRequestError,
} from './objects/packages.ts';

const everywhere = [
  installedSubscriberPackage,
  packageInstallRequest,
  subscriberPackage,
  subscriberPackageVersion,
  uninstallRequest,
  uninstallRequestError,
];
const inDevHubs = [package2, package2Version, package2VersionCreateRequest, package2VersionCreateRequestError];
const inProduction = [sandboxInfo, sandboxProcess, sourceTrackingSettings];
const inTestOrgs = [sourceMember];

/** Objects of the data API that the Tooling API has too. */
export const DATA_OBJECTS: ReadonlySet<string> = new Set([
  'Organization',
  'PermissionSet',
  'PermissionSetAssignment',
  'Profile',
  'RecordType',
  'User',
]);

const prepared = new WeakSet<DatabaseSync>();
const views = new WeakMap<DatabaseSync, { readonly version: number; readonly schema: OrgSchema }>();

/**
 * What the Tooling API sees: packages where Dev Hub is on, sandboxes in production, source tracking in orgs to develop in.
 * Its rows lie in the org's database, as records do.
 */
export function toolingSchema(org: Org): OrgSchema {
  prepareTables(org.database);
  const known = views.get(org.database);
  if (known?.version === org.schema.version()) return known.schema;
  const schema = createToolingSchema(org);
  views.set(org.database, { version: org.schema.version(), schema });
  return schema;
}

function createToolingSchema(org: Org): OrgSchema {
  const own: readonly ObjectDefinition[] = [
    ...everywhere,
    ...(org.identity.devHub ? inDevHubs : []),
    ...(org.identity.kind === 'production' ? inProduction : []),
    ...(isTestOrg(org.identity) ? inTestOrgs : []),
  ];
  const data = [...DATA_OBJECTS].flatMap((name) => org.schema.object(name) ?? []);
  return createSchemaView([...own, ...data]);
}

function prepareTables(database: DatabaseSync): void {
  if (prepared.has(database)) return;
  createTables(database).prepare([...everywhere, ...inDevHubs, ...inProduction, ...inTestOrgs]);
  // Sandboxes of this emulator have SourceMember, as those of an org have that turned the setting on.
  database.exec(`INSERT INTO "SourceTrackingSettings" ("Id", "DurableId", "IsSourceTrackingSandboxesEnabled")
    SELECT '000000000000000AAA', 'SourceTrackingSettings', 1 WHERE NOT EXISTS (SELECT 1 FROM "SourceTrackingSettings")`);
  // What is made in a transaction may be rolled back with it.
  if (!database.isTransaction) prepared.add(database);
}
