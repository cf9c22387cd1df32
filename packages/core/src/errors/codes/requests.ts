import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** How it was asked. */
export const REQUEST_CODES: readonly CodeGroup[] = [
  {
    kind: 'requestInvalid',
    fixedBy: 'admin',
    remedy:
      'Check the API name of the field; if it is right, ask the Salesforce administrator to make it visible and editable for the connected user',
    setup: SETUP.fieldSecurity,
    codes: 'INVALID_FIELD METADATA_FIELD_UPDATE_ERROR',
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'admin',
    remedy:
      'Leave the field out if Salesforce fills it in by itself; otherwise ask the Salesforce administrator to make it editable for the connected user',
    setup: SETUP.fieldSecurity,
    codes: 'INVALID_FIELD_FOR_INSERT_UPDATE FIELD_NOT_UPDATABLE',
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'admin',
    remedy:
      'Check the API name of the object; if it is right, ask the Salesforce administrator to give the connected user access to it',
    setup: SETUP.objectAccess,
    codes: `INVALID_TYPE INVALID_TYPE_FOR_OPERATION INVALID_ENTITY_FOR_UPSERT SCHEMA_OBJECT_NOT_FOUND
      BIG_OBJECT_UNSUPPORTED_OPERATION INVALID_SOURCE_OBJECT_NAME INVALID_TARGET_OBJECT_NAME`,
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'admin',
    remedy: 'Match by a field that is marked as External ID, or ask the Salesforce administrator to mark this one so',
    setup: SETUP.field,
    codes: 'INVALID_EXTERNAL_ID_FIELD_NAME INVALID_KEY_FIELD_INPUT',
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'caller',
    remedy: 'Read from the start again: the place in the list of results is not kept any more.',
    codes: 'INVALID_QUERY_LOCATOR',
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'caller',
    remedy: 'Read changes of the last 30 days only, with the start before the end.',
    codes: 'INVALID_REPLICATION_DATE',
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'caller',
    remedy: 'Send less at once.',
    codes: 'EXCEEDED_ID_LIMIT OPERATION_TOO_LARGE PAYLOAD_SIZE_EXCEEDED QUERY_TOKEN_COUNT_LIMIT_EXCEEDED',
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'caller',
    remedy: 'Use an API version that the org still supports.',
    codes: 'UNSUPPORTED_API_VERSION GONE',
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'caller',
    remedy: 'Use search words of two or more characters, and fields that can be searched.',
    codes: 'INVALID_SEARCH NO_SEARCH_ATTRIBUTES',
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'us',
    remedy: 'Report it: the Salesforce API does not accept a request of this form.',
    codes: `METHOD_NOT_ALLOWED MISSING_ARGUMENT BAD_REQUEST INVALID_API_INPUT INVALID_ARGUMENT_TYPE INVALID_BATCH_OPERATION
      INVALID_CONTENT_TYPE INVALID_FILTER_ACTION INVALID_INPUT INVALID_INPUT_FORMAT INVALID_NAMESPACE_PREFIX
      INVALID_OPERATION INVALID_OPERATOR INVALID_QUERY_KEY CANNOT_RESOLVE_NAME DATA_TYPE_NOT_SUPPORTED
      EXCEEDED_MAX_SEMIJOIN_SUBSELECTS EXCEEDED_MAX_SEMIJOIN_SUBSELECTS_WRITE API_TASK_INVALID_REQUEST UNSUPPORTED_MODE`,
  },
  {
    kind: 'requestInvalid',
    fixedBy: 'us',
    remedy: 'Report it: the Salesforce API could not read the request or the query in it.',
    repeatsValue: true,
    codes: `JSON_PARSER_ERROR MALFORMED_QUERY MALFORMED_SEARCH INVALID_QUERY_FILTER_OPERATOR INVALID_QUERY_VALUE
      ILLEGAL_QUERY_PARAMETER_VALUE`,
  },
];
