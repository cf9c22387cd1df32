import type { UserAccess } from '../access/user-access.ts';
import type { Org } from '../org/org.ts';
import type { ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { createSchemaView } from '../schema/schema-view.ts';
import { DATA_OBJECTS, toolingSchema } from './tooling-schema.ts';

/**
 * The user permission that shows an object of the Tooling API. Source: issues of forcedotcom/cli (3519) and
 * nawforce/apex-assist (44), where `InstalledSubscriberPackage` is no supported type without Download AppExchange
 * Packages; ISVforce guide, Installing Packages (that permission) and Salesforce DX guide, Packaging Permissions. That
 * all objects of installs and of packages follow it is not verified.
 */
const PERMISSIONS: ReadonlyMap<string, string> = new Map([
  ['InstalledSubscriberPackage', 'InstallPackaging'],
  ['PackageInstallRequest', 'InstallPackaging'],
  ['SubscriberPackage', 'InstallPackaging'],
  ['SubscriberPackageVersion', 'InstallPackaging'],
  ['SubscriberPackageVersionUninstallRequest', 'InstallPackaging'],
  ['PackageVersionUninstallRequestError', 'InstallPackaging'],
  ['Package2', 'Packaging2'],
  ['Package2Version', 'Packaging2'],
  ['Package2VersionCreateRequest', 'Packaging2'],
  ['Package2VersionCreateRequestError', 'Packaging2'],
]);

/**
 * View Setup and Configuration, as an issue of Salesforce Inspector Reloaded (1310) has it of `EntityParticle`. That
 * sandboxes ask for no more (Manage Sandboxes is no permission that this emulator knows) is not verified.
 */
const OTHERWISE = 'ViewSetup';

/** What of the Tooling API a user sees: its own objects by user permissions, those of the data API as there. */
export function visibleToolingSchema(org: Org, access: UserAccess): OrgSchema {
  const whole = toolingSchema(org);
  const all = whole.objects();
  const visible = all.flatMap((object): ObjectDefinition | ObjectDefinition[] => {
    if (DATA_OBJECTS.has(object.name)) return access.schema.object(object.name) ?? [];
    return access.has(PERMISSIONS.get(object.name) ?? OTHERWISE) ? object : [];
  });
  const same = visible.length === all.length && visible.every((object, index) => object === all[index]);
  return same ? whole : createSchemaView(visible);
}
