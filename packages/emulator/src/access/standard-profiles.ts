import { userPermissionNames } from '../schema/standard/user-permissions.ts';

/** What a profile allows with the records of one object. */
export type ObjectAccess = 'none' | 'read' | 'edit' | 'all';

/** A profile that every org has from the start. */
export interface StandardProfile {
  readonly name: string;
  /** What its file in metadata is called. */
  readonly fileName: string;
  readonly userLicense: string;
  readonly permissions: readonly string[];
  /** Of a standard object with object permissions of its own; its fields come with it. */
  readonly standardObject: (object: string) => ObjectAccess;
  /** Of a custom object, and of custom fields, when they come to the org. */
  readonly customObject: ObjectAccess;
}

/** Objects that ordinary users look at and somebody else keeps. Source: Salesforce Help, Standard Profiles. */
const KEPT_BY_OTHERS: ReadonlySet<string> = new Set(['Campaign', 'Pricebook2', 'Product2']);

const EVERYDAY = [
  'ApiEnabled',
  'AllowUniversalSearch',
  'ChatterInternalUser',
  'EditEvent',
  'EditTask',
  'LightningExperienceUser',
  'RunReports',
  'ViewHelpLink',
  'ViewSetup',
];

/** Not for administrators from the start: they restrict, or are granted one by one. */
const NOT_OF_ADMINISTRATORS: ReadonlySet<string> = new Set([
  'ApiUserOnly',
  'ForceTwoFactor',
  'BulkApiHardDelete',
  'CreateAuditFields',
  'HideReadByList',
  'PasswordNeverExpires',
  'PreventClassicExperience',
  'QueryAllFiles',
  'TwoFactorApi',
  'UpdateWithInactiveOwner',
  'ViewOnlyEmbeddedAppUser',
]);

/**
 * Source: Salesforce Help, "Standard Profiles", "Give Integration Users API Only Access" and "Minimum Access" (what the
 * last two allow); "Prepare for Connected App Usage Restrictions Change" (administrators may approve uninstalled apps).
 * Single user permissions of Standard User and Read Only beyond those are not verified. File names: profiles in public
 * repositories.
 */
export const standardProfiles: readonly StandardProfile[] = [
  {
    name: 'System Administrator',
    fileName: 'Admin',
    userLicense: 'Salesforce',
    permissions: userPermissionNames.filter((name) => !NOT_OF_ADMINISTRATORS.has(name)),
    standardObject: () => 'all',
    customObject: 'all',
  },
  {
    name: 'Standard User',
    fileName: 'Standard',
    userLicense: 'Salesforce',
    permissions: [...EVERYDAY, 'ExportReport', 'EditOppLineItemUnitPrice', 'ConvertLeads'],
    standardObject: (object) => (KEPT_BY_OTHERS.has(object) ? 'read' : 'all'),
    customObject: 'none',
  },
  {
    name: 'Read Only',
    fileName: 'ReadOnly',
    userLicense: 'Salesforce',
    permissions: EVERYDAY.filter((name) => !name.startsWith('Edit')),
    standardObject: () => 'read',
    customObject: 'none',
  },
  {
    name: 'Minimum Access - Salesforce',
    fileName: 'Minimum Access - Salesforce',
    userLicense: 'Salesforce',
    permissions: ['AccessActivities', 'ChatterInternalUser', 'LightningConsoleAllowedForUser', 'ViewHelpLink'],
    standardObject: () => 'none',
    customObject: 'none',
  },
  {
    name: 'Minimum Access - API Only Integrations',
    fileName: 'Minimum Access - API Only Integrations',
    userLicense: 'Salesforce Integration',
    permissions: ['ApiEnabled', 'ApiUserOnly'],
    standardObject: () => 'none',
    customObject: 'none',
  },
];
