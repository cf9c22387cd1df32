import { grantNewComponents, type NewComponents } from '../access/grant-new-components.ts';
import { customProfiles } from '../access/custom-profiles.ts';
import type { Org } from '../org/org.ts';

/** For whom a package is installed: `none` administrators only, `full` all users, else those of some profiles. */
export type PackageAccess = 'none' | 'full' | { readonly profileIds: readonly string[] };

/** @param securityType of a PackageInstallRequest, in whatever case; administrators only where it is missing, as the CLI asks for */
export function toPackageAccess(securityType: unknown, profileIds: readonly string[] | undefined): PackageAccess {
  if (profileIds) return { profileIds };
  return String(securityType).toLowerCase() === 'full' ? 'full' : 'none';
}

/**
 * Gives profiles what is new in the org: every custom object and all custom fields. System Administrator has them
 * already; other standard profiles cannot be modified. Who may customise the application gets every record as well.
 * Source: Salesforce DX guide, How We Handle Profile Settings in Unlocked Packages (it speaks of managed ones too);
 * packaging guide, Install a Managed Package; Salesforce Help, Determine Which Users Can Access a Package.
 */
export function grantPackage(org: Org, access: PackageAccess, components: NewComponents): void {
  for (const { id, permissionSetId, customizesApplication } of customProfiles(org)) {
    const isChosen = access === 'full' || (typeof access === 'object' && access.profileIds.includes(id));
    if (customizesApplication) grantNewComponents(org, { permissionSetId, everyRecord: true, ...components });
    else if (isChosen) grantNewComponents(org, { permissionSetId, everyRecord: false, ...components });
  }
}
