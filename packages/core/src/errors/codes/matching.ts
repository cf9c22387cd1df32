import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** Finding duplicates, and cleaning and completing records. */
export const MATCHING_CODES: readonly CodeGroup[] = [
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct and activate the matching rule',
    setup: SETUP.matchingRules,
    codes: `MATCH_DEFINITION_ERROR MATCH_OPERATION_ERROR MATCH_OPERATION_INVALID_ENGINE_ERROR
      MATCH_OPERATION_INVALID_RULE_ERROR MATCH_OPERATION_MISSING_ENGINE_ERROR MATCH_OPERATION_MISSING_OBJECT_TYPE_ERROR
      MATCH_OPERATION_MISSING_OPTIONS_ERROR MATCH_OPERATION_MISSING_RULE_ERROR MATCH_OPERATION_UNKNOWN_RULE_ERROR
      MATCH_OPERATION_UNSUPPORTED_VERSION_ERROR MATCH_RUNTIME_ERROR INVALID_ENTITY_FOR_MATCH_ENGINE_ERROR
      INVALID_ENTITY_FOR_MATCH_OPERATION_ERROR`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the duplicate rule of the object',
    setup: SETUP.duplicateRules,
    codes: 'FIND_DUPLICATES_ERROR',
  },
  {
    kind: 'unavailable',
    fixedBy: 'salesforce',
    remedy:
      "Read the ledger to see whether it was applied; if not, send it again: Salesforce's matching did not answer.",
    codes:
      'MATCH_SERVICE_ERROR MATCH_SERVICE_TIMED_OUT MATCH_SERVICE_UNAVAILABLE_ERROR XCLEAN_DJ_MATCH_RETRIABLE_ERROR',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct or turn off the data integration rule of the object',
    setup: SETUP.dataIntegrationRules,
    codes: `CLEAN_SERVICE_ERROR DATAASSESSMENT_CONFIG_ASSESSMENT_IN_PROGRESS_ERROR DATAASSESSMENT_CONFIG_SERVICE_ERROR
      DATACLOUDADDRESS_NO_RECORDS_FOUND DATACLOUDADDRESS_PROCESSING_ERROR DATACLOUDADDRESS_SERVER_ERROR
      XCLEAN_DJ_MATCH_IGNORABLE_ERROR XCLEAN_DJ_MATCH_INTERNAL_DJ_ERROR XCLEAN_DJ_MATCH_NON_RETRIABLE_ERROR
      XCLEAN_DJ_MATCH_UNKNOWN_ERROR XCLEAN_UNEXPECTED_ERROR`,
  },
];
