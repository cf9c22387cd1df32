import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** Changes of the org itself: its schema, packages, users, languages, currencies, sites. */
export const CUSTOMIZING_CODES: readonly CodeGroup[] = [
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to remove what refers to the field or object before it is changed',
    setup: SETUP.fields,
    codes: `CANNOT_CHANGE_FIELD_TYPE_OF_APEX_REFERENCED_FIELD CANNOT_CHANGE_FIELD_TYPE_OF_REFERENCED_FIELD
      CANNOT_RENAME_APEX_REFERENCED_FIELD CANNOT_RENAME_APEX_REFERENCED_OBJECT CANNOT_RENAME_REFERENCED_FIELD
      CANNOT_RENAME_REFERENCED_OBJECT BAD_CUSTOM_ENTITY_PARENT_DOMAIN`,
  },
  {
    kind: 'duplicate',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to choose another name: one of the org has it already',
    setup: SETUP.fields,
    codes: 'DUPLICATE_DEVELOPER_NAME DUPLICATE_MASTER_LABEL DUPLICATE_CUSTOM_ENTITY_DEFINITION',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to upgrade the package that the component belongs to: only it can change it',
    setup: SETUP.installedPackages,
    codes: `CANNOT_DELETE_MANAGED_OBJECT CANNOT_MODIFY_MANAGED_OBJECT PACKAGING_API_INSTALL_FAILED
      PACKAGING_API_UNINSTALL_FAILED INVALID_EXTENSION_ID`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to package from an org that has no managed package yet',
    setup: SETUP.packageManager,
    codes: 'CANNOT_CREATE_ANOTHER_MANAGED_PACKAGE',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to keep an active administrator, and to change other users than themselves',
    setup: SETUP.users,
    codes: `CANNOT_DISABLE_LAST_ADMIN CANNOT_FREEZE_SELF CANNOT_DEACTIVATE_DIVISION NO_INACTIVE_DIVISION_MEMBERS
      CANNOT_UPDATE_IS_THIRD_PARTY`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to name a profile that the user licence has',
    setup: SETUP.profiles,
    codes: 'INVALID_PROFILE',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to keep a corporate currency and its last dated rate',
    setup: SETUP.currencies,
    codes: 'CANNOT_DELETE_LAST_DATED_CONVERSION_RATE CANT_DISABLE_CORP_CURRENCY CANT_UNSET_CORP_CURRENCY',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the site, portal or its domain',
    setup: SETUP.digitalExperiences,
    codes: `INVALID_SITE_DELETE_EXCEPTION INVALID_SITE_FILE_IMPORTED_EXCEPTION INVALID_SITE_FILE_TYPE_EXCEPTION
      UNSUPPORTED_SITE UNSUPPORTED_SITE_FILE_IMPORTED_EXCEPTION INVALID_CATEGORY_NETWORK EMPTY_SCONTROL_FILE_NAME
      INVALID_REORDER_PORTAL_RECORD_ASSOCIATION CMS_FOLDER_ITEM_MOVE_FAILED USER_OWNS_PORTAL_ACCOUNT_EXCEPTION
      REPUTATION_MINIMUM_NUMBER_NOT_REACHED`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to choose another name for the domain: this one is taken or not allowed',
    setup: SETUP.myDomain,
    codes: 'INVALID_SUBDOMAIN SUBDOMAIN_IN_USE INVALID_SIGNUP_COUNTRY INVALID_SIGNUP_OPTION',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to create portal users without the encryption that stands against it',
    setup: SETUP.platformEncryption,
    codes: 'PORTAL_USER_CREATION_RESTRICTED_WITH_ENCRYPTION PLATFORM_EVENT_ENCRYPTION_ERROR',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to wait until translations are indexed, or to turn data translation on again',
    setup: SETUP.translation,
    codes: 'DATA_TRANSLATION_TOGGLED_BEFORE_INCREMENTAL_INDEX INVALID_MASTER_OR_TRANSLATED_SOLUTION',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the data categories',
    setup: SETUP.dataCategories,
    codes: 'INVALID_DATA_CATEGORY_GROUP_REFERENCE',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: "Ask the Salesforce administrator of the Environment Hub to correct the org's membership of it",
    setup: SETUP.sandboxes,
    codes: `CONFLICTING_ENVIRONMENT_HUB_MEMBER ENVIRONMENT_HUB_MEMBERSHIP_CONFLICT
      ENVIRONMENT_HUB_MEMBERSHIP_ERROR_JOINING_HUB ENVIRONMENT_HUB_MEMBERSHIP_USER_ALREADY_IN_HUB
      ENVIRONMENT_HUB_MEMBERSHIP_USER_NOT_ORG_ADMIN INVALID_ENVIRONMENT_HUB_MEMBER TENANT_GROUP_NOT_FOUND`,
  },
];
