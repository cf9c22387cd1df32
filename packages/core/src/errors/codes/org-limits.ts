import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** Room: of the org, of its editions and licences, of its schema. */
export const ORG_LIMIT_CODES: readonly CodeGroup[] = [
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to free storage or to buy more',
    setup: SETUP.storageUsage,
    codes: 'STORAGE_LIMIT_EXCEEDED DATA_TRANSFER_RECORD_LIMIT_EXCEEDED JIGSAW_IMPORT_LIMIT_EXCEEDED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to free a licence or to buy more',
    setup: SETUP.companyInformation,
    codes: 'LICENSE_LIMIT_EXCEEDED INSUFFICIENT_CREDITS',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator which of the limits of the org is reached, and to make room',
    setup: SETUP.systemOverview,
    codes: `LIMIT_EXCEEDED MAX_LIMIT_EXCEEDED ALERT_NOTIFICATION_LIMIT_EXCEEDED ROUTES_EVALUATION_LIMIT_EXCEEDED
      CUSTOM_LINK_LIMIT_EXCEEDED`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to reduce the fields, lookup filters or record types of the object',
    setup: SETUP.objectLimits,
    codes: `CUSTOM_CLOB_FIELD_LIMIT_EXCEEDED CUSTOM_ENTITY_OR_FIELD_LIMIT FILTERED_LOOKUP_LIMIT_EXCEEDED
      RECORD_TYPE_LIMIT_EXCEEDED ATTRIBUTE_DEFINITION_LIMIT_EXCEEDED`,
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to have unused custom indexes removed',
    setup: SETUP.fields,
    codes: 'CUSTOM_FIELD_INDEX_LIMIT_EXCEEDED CUSTOM_INDEX_EXISTS',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to stop tracking the history of other fields',
    setup: SETUP.historyTracking,
    codes: 'NUM_HISTORY_FIELDS_BY_SOBJECT_EXCEEDED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to remove values of the picklist that are not used',
    setup: SETUP.picklistValues,
    codes: 'PICKLIST_INACTIVE_VALUES_EXCEEDED TEXT_TO_PICKLIST_VALUES_EXCEEDED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to make room among the custom metadata of the org',
    setup: SETUP.customMetadata,
    codes: 'CUSTOM_METADATA_LIMIT_EXCEEDED CUSTOM_METADATA_REL_FIELD_MANAGEABILITY',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to make room among the custom settings of the org',
    setup: SETUP.customSettings,
    codes: 'CUSTOM_SETTINGS_LIMIT_EXCEEDED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to remove tabs or apps that are not used',
    setup: SETUP.tabs,
    codes: 'CUSTOM_TAB_LIMIT_EXCEEDED TABSET_LIMIT_EXCEEDED DUPLICATE_CUSTOM_TAB_MOTIF',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to remove languages or components of dashboards that are not used',
    setup: SETUP.languageSettings,
    codes: 'MAX_LOCALES_EXCEEDED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to remove components of the dashboard',
    setup: SETUP.analyticsSettings,
    codes:
      'MAXIMUM_DASHBOARD_COMPONENTS_EXCEEDED INSUFFICIENT_ACCESS_TO_INSIGHTSEXTERNALDATA INVALID_DATASET_REFERENCE_INPUT',
  },
];
