import { cloneProfile } from '../../access/clone-profile.ts';
import type { LoginPolicy } from '../../access/login-policy.ts';
import { savePermissionRows } from '../../access/permission-rows.ts';
import type { MetadataComponent } from '../metadata-component.ts';
import { MetadataError } from '../metadata-error.ts';
import type { DeployContext } from '../metadata-type.ts';
import type { PermissionContext } from '../permissions/permission-context.ts';
import { permissionRowsOf, type PermissionRowsOptions } from '../permissions/permission-rows-of.ts';
import { saveRecordTypeVisibilities } from '../permissions/save-record-type-visibilities.ts';
import { userPermissionValues } from '../permissions/user-permission-values.ts';
import { assignLayouts } from './assign-layouts.ts';
import { profileExtras } from './profile-extras.ts';
import { fileOfProfile, profileOfFile, standardProfile } from './profile-name.ts';
import { findProfile, type StoredProfile } from './profile-store.ts';
import { extraElements, type ExtraElement, type ProfileXml } from './read-profile.ts';

/** Since then the permissions of standard profiles on standard objects cannot be edited. */
const FIXED_SINCE = 50;

/** Since then a new profile starts with less. */
const MINIMUM_ACCESS_SINCE = 60;

/**
 * Lays what the file names over the profile; everything else of it stays. A name that the org does not know makes a
 * custom profile. Standard profiles keep their user permissions, and since API version 50.0 theirs on standard objects,
 * whatever is said: that this is no error is not verified.
 * Of a managed package only what it brings counts, in custom profiles that the org has.
 * Source: Metadata API guide, Profile; packaging guide, Permission Sets and Profile Settings in Packages; Salesforce DX
 * guide, How We Handle Profile Settings in Unlocked Packages; that user permissions of standard profiles cannot change:
 * Salesforce Help, Standard Profiles.
 *
 * @returns the profile's name in files
 */
export function saveProfile(context: DeployContext, component: MetadataComponent, xml: ProfileXml): string {
  const { org, naming, apiVersion } = context;
  const packaged = naming.namespace !== null;
  org.access.keepProfiles();
  const known = findProfile(org, component.name);
  if (packaged && (!known || standardProfile(known.name))) return component.fullName;
  if (!known && xml.custom === false) {
    throw new MetadataError({
      file: component.file,
      problem: `the standard profile ${component.name} is not emulated`,
    });
  }
  const profile = known ?? newProfile(context, component.name);
  const to = { org, naming, component };
  if (!packaged) {
    saveOwnSettings(to, profile, xml);
    saveExtras(to, profile, xml);
  }
  const rows = permissionRowsOf(to, xml, rowOptions(to, profile, apiVersion));
  savePermissionRows(org, profile.permissionSetId, rows, { overlay: true });
  saveRecordTypeVisibilities(to, { permissionSetId: profile.permissionSetId, xml });
  assignLayouts(to, profile.id, xml);
  return fileOfProfile(profile.name);
}

/**
 * A custom profile with everything that Minimum Access - Salesforce allows, before API version 60.0 with everything of
 * Standard User. Source: Metadata API guide, Profile, "Important".
 */
function newProfile({ org, apiVersion }: DeployContext, fileName: string): StoredProfile {
  const from = apiVersion >= MINIMUM_ACCESS_SINCE ? 'Minimum Access - Salesforce' : 'Standard User';
  cloneProfile(org, { name: profileOfFile(fileName), from });
  const profile = findProfile(org, fileName);
  if (!profile) throw new Error(`the profile ${fileName} was made and is not there`);
  return profile;
}

function rowOptions({ org }: PermissionContext, profile: StoredProfile, apiVersion: number): PermissionRowsOptions {
  const isFixed = standardProfile(profile.name) !== undefined && apiVersion >= FIXED_SINCE;
  const owned = org.records.find('PermissionSet', profile.permissionSetId);
  return {
    isFixed: (object) => isFixed && !object.custom,
    everyRecord: {
      view: owned?.['PermissionsViewAllData'] === 1,
      modify: owned?.['PermissionsModifyAllData'] === 1,
    },
  };
}

/** What does not depend on anything else in the org. */
function saveOwnSettings({ org, component }: PermissionContext, profile: StoredProfile, xml: ProfileXml): void {
  const granted = userPermissionValues(component, xml);
  if (!standardProfile(profile.name)) {
    org.records.update('Profile', profile.id, granted);
    org.records.update('PermissionSet', profile.permissionSetId, granted);
  }
  if (xml.description !== undefined) org.records.update('Profile', profile.id, { Description: xml.description });
  const policy: LoginPolicy = {
    ...org.access.loginPolicies.of(profile.id),
    ...(xml.loginHours && { loginHours: xml.loginHours }),
    ...(xml.loginIpRanges.length > 0 && {
      loginIpRanges: xml.loginIpRanges.map(({ startAddress: start, endAddress: end, description }) => ({
        start,
        end,
        ...(description !== undefined && { description }),
      })),
    }),
  };
  org.access.loginPolicies.set(profile.id, policy);
}

function saveExtras({ org, component }: PermissionContext, { id, name }: StoredProfile, xml: ProfileXml): void {
  const extras = profileExtras(org);
  for (const [element, key] of Object.entries(extraElements) as [ExtraElement, string][]) {
    for (const content of xml[element]) extras.save(id, { element, name: content[key] ?? '', content });
  }
  if (xml.userLicense === undefined) return;
  const license = standardProfile(name)?.userLicense;
  if (license === undefined) extras.save(id, { element: 'userLicense', name: xml.userLicense, content: {} });
  else if (license !== xml.userLicense) {
    const problem = `NOT_EMULATED the user licence ${xml.userLicense} for ${name}, which has ${license}`;
    throw new MetadataError({ file: component.file, problem });
  }
}
