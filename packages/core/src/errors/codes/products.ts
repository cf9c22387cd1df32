import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** Further Salesforce products that the org's own automation may call: content, agents, mapping, service, workforce. */
export const PRODUCT_CODES: readonly CodeGroup[] = [
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct the taxonomy and its terms',
    setup: SETUP.digitalExperiences,
    codes: `CT_DEPTH_LIMIT_EXCEEDED CT_DEVELOPER_NAME_NOT_UPDATABLE CT_ENTITY_DELETE_ERROR CT_ENTITY_SAVE_ERROR
      CT_INVALID_DEPTH CT_INVALID_QUERY_WORD CT_INVALID_TAXONOMY_ID CT_INVALID_TERM_ID CT_NONEMPTY_TERM_REFERENCE
      CT_PARENT_TERM_CYCLE CT_TERM_SEARCH_ERROR MCONTENT_TAXONOMY_GET_ERROR MCONTENT_TAXONOMY_PUBLISH_ERROR
      MCONTENT_TAXONOMY_UPDATE_ERROR`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to set up and activate the Einstein or agent feature that the org uses',
    setup: SETUP.einsteinSetup,
    codes:
      'COPILOT_INACTIVE_CONFIG COPILOT_SESSION_ENDED GET_EINSTEIN_TENANT_ERROR MODEL_NOT_ACTIVE OCR_INVALID_REQUEST',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct and activate the context definition and its mapping',
    setup: SETUP.contextDefinitions,
    codes: `INACTIVE_CONTEXT_DEFINITION DATA_MAPPING_NOT_FOUND DATA_MAPPING_SCHEMA_NOT_FOUND FAILED_TO_RESOLVE_MAPPING
      FAILED_TO_RESOLVE_SCHEMA_INFORMATION FIELD_MAPPING_ERROR MAPPING_TYPE_NOT_SUPPORTED
      UNDEFINED_MAPPING_DEFINITION SPECIFICATION_GENERATION_EXCEPTION`,
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to correct and activate the OmniStudio process',
    setup: SETUP.omniProcesses,
    codes: 'MISSING_OMNI_PROCESS_ID',
  },
  {
    kind: 'invalid',
    fixedBy: 'admin',
    remedy: "Ask the Salesforce administrator to correct the service plan, shift or agent's capacity",
    setup: SETUP.omniChannel,
    codes: `SERVICE_PLAN_UNKNOWN_EXCEPTION USER_WITHOUT_WEM_PERMISSION VOICE_CAPACITY_ERROR
      WEM_SEGMENTS_CAN_NOT_HAVE_NON_ACTIVE_SEGMENT_TYPE WEM_SHIFT_SEGMENT_TIME_IS_OUTSIDE_OF_THE_SHIFT_DURATION
      WEM_USER_NOT_ORG_ADMIN`,
  },
];
