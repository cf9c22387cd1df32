import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** Who is asking, and what they may do. */
export const ACCESS_CODES: readonly CodeGroup[] = [
  {
    kind: 'sessionExpired',
    fixedBy: 'caller',
    remedy: 'Get a fresh access token and send the request again.',
    codes: 'INVALID_SESSION_ID SESSION_EXPIRED SESSION_INVALIDATED INVALID_ACCESS_TOKEN INVALID_AUTH_HEADER',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to assign the permission sets "uman Integration" and "uman Standard Access" to the connected user',
    setup: SETUP.permissionSets,
    codes: 'FORBIDDEN FORBIDDEN_EXCEPTION UNAUTHORIZED_EXCEPTION INSUFFICIENT_ACCESS CLM_INSUFFICIENT_ACCESS',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to share the record with the connected user, and to give that user edit access to the object',
    setup: SETUP.sharingSettings,
    codes: `INSUFFICIENT_ACCESS_OR_READONLY TRANSFER_REQUIRES_READ SHARE_NEEDED_FOR_CHILD_OWNER CHILD_SHARE_FAILS_PARENT
      INVALID_ACCESS_LEVEL USER_WITH_APEX_SHARES_EXCEPTION`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to share the records that this one refers to (its parent, owner, record type or lookups) with the connected user',
    setup: SETUP.sharingSettings,
    codes: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to make the related field visible and editable for the connected user',
    setup: SETUP.fieldSecurity,
    codes: 'REL_FIELD_BAD_ACCESSIBILITY',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to connect a user whose profile is not read-only, guest or portal',
    setup: SETUP.profiles,
    codes: `INVALID_READ_ONLY_USER_DML GUEST_INSUFFICIENT_ACCESS PORTAL_NO_ACCESS COMMUNITY_NOT_ACCESSIBLE
      LIGHT_PORTAL_USER_EXCEPTION NO_PARTNER_PERMISSION`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to let the connected user add files and attachments to the object',
    setup: SETUP.objectAccess,
    codes: 'NO_ATTACHMENT_PERMISSION',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to give the Apex class access to the data it works on',
    setup: SETUP.apexClasses,
    codes: 'APEX_DATA_ACCESS_RESTRICTION APEX_REST_SERVICES_DISABLED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to give the connected user the permission "API Enabled", in an edition of Salesforce that has the API',
    setup: SETUP.permissionSets,
    codes: 'API_DISABLED_FOR_ORG API_CURRENTLY_DISABLED CLIENT_NOT_ACCESSIBLE_FOR_USER',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      'Ask the Salesforce administrator to make sure that the uman package is installed, active and licensed for the connected user',
    setup: SETUP.installedPackages,
    codes: 'PACKAGE_LICENSE_REQUIRED PACKAGE_DISABLED INVALID_PACKAGE_LICENSE INVALID_PACKAGE_VERSION',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator which transaction security policy refuses it, and to let the app pass',
    setup: SETUP.transactionSecurity,
    codes: 'TXN_SECURITY_NO_ACCESS TXN_SECURITY_METERING_ERROR',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'user',
    remedy:
      'Sign in to Salesforce in a browser, do what it asks for (password, verification or terms), and connect again.',
    codes: `INVALID_OPERATION_WITH_EXPIRED_PASSWORD LOGIN_CHALLENGE_ISSUED LOGIN_CHALLENGE_PENDING
      LOGIN_MUST_USE_SECURITY_TOKEN TERMS_OF_SERVICE_UNREAD`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to allow the IP addresses that requests come from',
    setup: SETUP.networkAccess,
    codes: 'IP_RANGE_LIMIT_EXCEEDED CANNOT_ENABLE_IP_RESTRICT_REQUESTS',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to change the password rules or the login hours that stand against it',
    setup: SETUP.passwordPolicies,
    codes: 'CANNOT_PASSWORD_LOCKOUT',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy:
      "Ask the Salesforce administrator to turn on the feature that the object needs, or for a licence of the org's edition that has it",
    setup: SETUP.companyInformation,
    codes: 'FUNCTIONALITY_NOT_ENABLED REQUIRED_FEATURE_MISSING ORG_SETTING_REQUIRED COMMERCIAL_CONTROL_ERROR',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to allow files of this kind',
    setup: SETUP.filesSettings,
    codes: 'CONTENT_TYPE_DISABLED_FOR_API CONTENT_SEARCH_NOT_ENABLED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to set the app up for the session or the user it is meant for',
    setup: SETUP.externalClientApps,
    codes: `REQUIRE_CONNECTED_APP_SCS REQUIRE_CONNECTED_APP_SESSION_SCS REQUIRE_RUNAS_USER INVALID_SCS_INBOUND_USER
      APPLICATION_ALREADY_EXISTS INVALID_OAUTH_URL`,
  },
];
