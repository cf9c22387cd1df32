import type { FixedBy, Outcome, SalesforceErrorCode } from './salesforce-error.ts';

/** What one of Salesforce's errorCodes (StatusCodes) means for whoever sent the request. */
export interface ErrorCodeRow {
  readonly code: SalesforceErrorCode;
  /** The same request may succeed later. */
  readonly retryable: boolean;
  readonly outcome: Outcome;
  readonly fixedBy: FixedBy;
  /** The next step, in words. */
  readonly remedy: string;
  /** Salesforce's text repeats the value that was refused, so it does not belong into a message. */
  readonly repeatsValue: boolean;
}

/** What all errorCodes of a kind have in common. */
const KINDS = {
  sessionExpired: { code: 'SALESFORCE_SESSION_EXPIRED', retryable: true, outcome: 'notApplied' },
  accessDenied: { code: 'SALESFORCE_ACCESS_DENIED', retryable: false, outcome: 'notApplied' },
  notFound: { code: 'SALESFORCE_RECORD_NOT_FOUND', retryable: false, outcome: 'notApplied' },
  invalid: { code: 'SALESFORCE_RECORD_INVALID', retryable: false, outcome: 'notApplied' },
  duplicate: { code: 'SALESFORCE_RECORD_DUPLICATE', retryable: false, outcome: 'notApplied' },
  locked: { code: 'SALESFORCE_RECORD_LOCKED', retryable: true, outcome: 'notApplied' },
  limit: { code: 'SALESFORCE_REQUEST_LIMIT', retryable: true, outcome: 'notApplied' },
  unavailable: { code: 'SALESFORCE_UNAVAILABLE', retryable: true, outcome: 'unknown' },
  maintenance: { code: 'SALESFORCE_UNAVAILABLE', retryable: true, outcome: 'notApplied' },
  rolledBack: { code: 'SALESFORCE_ROLLED_BACK', retryable: false, outcome: 'notApplied' },
  requestInvalid: { code: 'SALESFORCE_REQUEST_INVALID', retryable: false, outcome: 'notApplied' },
} as const satisfies Record<string, Pick<ErrorCodeRow, 'code' | 'retryable' | 'outcome'>>;

type Kind = keyof typeof KINDS;

const rows = new Map<string, ErrorCodeRow>();

function define(
  kind: Kind,
  fixedBy: FixedBy,
  remedy: string,
  errorCodes: string,
  options?: { repeatsValue: true },
): void {
  for (const errorCode of errorCodes.split(' ')) {
    if (rows.has(errorCode)) throw new Error(`${errorCode} is in the table twice.`);
    rows.set(errorCode, { ...KINDS[kind], fixedBy, remedy, repeatsValue: options?.repeatsValue ?? false });
  }
}

// Who is asking
define(
  'sessionExpired',
  'time',
  'Get a fresh access token and send the request again.',
  'INVALID_SESSION_ID SESSION_EXPIRED SESSION_INVALIDATED INVALID_ACCESS_TOKEN INVALID_AUTH_HEADER',
);
define(
  'accessDenied',
  'admin',
  'Ask the Salesforce administrator to give the connected user access: assign the permission sets "uman Integration" and "uman Standard Access", and check sharing of the record.',
  'INSUFFICIENT_ACCESS INSUFFICIENT_ACCESS_OR_READONLY INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY GUEST_INSUFFICIENT_ACCESS FORBIDDEN FORBIDDEN_EXCEPTION UNAUTHORIZED_EXCEPTION INVALID_READ_ONLY_USER_DML PORTAL_NO_ACCESS COMMUNITY_NOT_ACCESSIBLE TRANSFER_REQUIRES_READ LIGHT_PORTAL_USER_EXCEPTION NO_ATTACHMENT_PERMISSION NO_PARTNER_PERMISSION SHARE_NEEDED_FOR_CHILD_OWNER CHILD_SHARE_FAILS_PARENT INVALID_ACCESS_LEVEL APEX_DATA_ACCESS_RESTRICTION REL_FIELD_BAD_ACCESSIBILITY',
);
define(
  'accessDenied',
  'admin',
  'Ask the Salesforce administrator to enable the API for the org and to give the connected user the permission "API Enabled".',
  'API_DISABLED_FOR_ORG API_CURRENTLY_DISABLED CLIENT_NOT_ACCESSIBLE_FOR_USER APEX_REST_SERVICES_DISABLED',
);
define(
  'accessDenied',
  'admin',
  'Ask the Salesforce administrator to make sure that uman is installed, enabled and licensed for the connected user.',
  'PACKAGE_LICENSE_REQUIRED PACKAGE_DISABLED INVALID_PACKAGE_LICENSE',
);
define(
  'accessDenied',
  'admin',
  "Ask the Salesforce administrator: a security policy of the org (transaction security, login or IP restrictions, the user's password) refuses it.",
  'TXN_SECURITY_NO_ACCESS TXN_SECURITY_METERING_ERROR INVALID_OPERATION_WITH_EXPIRED_PASSWORD LOGIN_CHALLENGE_ISSUED LOGIN_CHALLENGE_PENDING LOGIN_MUST_USE_SECURITY_TOKEN TERMS_OF_SERVICE_UNREAD IP_RANGE_LIMIT_EXCEEDED',
);
define(
  'accessDenied',
  'admin',
  'Ask the Salesforce administrator to turn on the feature that the object needs.',
  'FUNCTIONALITY_NOT_ENABLED REQUIRED_FEATURE_MISSING ORG_SETTING_REQUIRED CONTENT_TYPE_DISABLED_FOR_API',
);
define(
  'accessDenied',
  'admin',
  'Ask the Salesforce administrator to make room: a limit of the org is reached.',
  'STORAGE_LIMIT_EXCEEDED LICENSE_LIMIT_EXCEEDED LIMIT_EXCEEDED MAX_LIMIT_EXCEEDED CUSTOM_CLOB_FIELD_LIMIT_EXCEEDED DATA_TRANSFER_RECORD_LIMIT_EXCEEDED',
);
define(
  'accessDenied',
  'user',
  'The record is locked by an approval process. Finish or recall the approval, then send it again.',
  'ENTITY_IS_LOCKED RECORD_LOCKED',
);
define('accessDenied', 'user', 'The record is archived and can only be read.', 'ENTITY_IS_ARCHIVED');

// Which record
define(
  'notFound',
  'user',
  'Check the id: the record does not exist, was deleted, or the connected user may not see it.',
  'NOT_FOUND ENTITY_IS_DELETED RECORD_NOT_FOUND MISSING_RECORD CONTENT_NOT_FOUND ITEM_NOT_FOUND',
);
define(
  'duplicate',
  'user',
  'Use the record that is already there, or change the value that has to be unique.',
  'DUPLICATE_VALUE DUPLICATE_EXTERNAL_ID DUPLICATE_DEVELOPER_NAME DUPLICATE_MASTER_LABEL DUPLICATE_USERNAME DUPLICATE_COMM_NICKNAME DUPLICATE_CASE_SOLUTION NONUNIQUE_SHIPPING_ADDRESS PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT',
);
define(
  'duplicate',
  'user',
  'Use one of the records that are already there, or change the values that the duplicate rule compares.',
  'DUPLICATES_DETECTED',
);

// What it says
define(
  'invalid',
  'user',
  'Fill in the fields that are missing and send it again.',
  'REQUIRED_FIELD_MISSING RECORD_MISSING_REQUIRED_FIELD',
);
define(
  'invalid',
  'user',
  'Change the values so that they pass the validation rule, and send it again.',
  'FIELD_CUSTOM_VALIDATION_EXCEPTION ENTITY_SAVE_VALIDATION_ERROR',
);
define(
  'invalid',
  'user',
  "Choose a value that the field's lookup filter allows.",
  'FIELD_FILTER_VALIDATION_EXCEPTION RELATED_ENTITY_FILTER_VALIDATION_EXCEPTION',
);
define('invalid', 'user', 'Shorten the value to what the field holds.', 'STRING_TOO_LONG PARAMETER_TOO_LARGE', {
  repeatsValue: true,
});
define(
  'invalid',
  'user',
  'Use one of the API values of the picklist, or ask the Salesforce administrator to add this one for the record type.',
  'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST TOO_MANY_ENUM_VALUE',
  { repeatsValue: true },
);
define(
  'invalid',
  'user',
  'Correct the value: it is not in the form that the field takes.',
  'INVALID_EMAIL_ADDRESS INVALID_TYPE_ON_FIELD_IN_RECORD INVALID_CURRENCY_ISO INVALID_CURRENCY_CONV_RATE INVALID_CURRENCY_CORP_RATE INVALID_INET_ADDRESS NUMBER_OUTSIDE_VALID_RANGE DATE_OUT_OF_RANGE TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET INVALID_MARKUP UNSAFE_HTML_CONTENT INVALID_RECORD_ATTRIBUTE_VALUE MISMATCHING_TYPES WEBLINK_URL_INVALID INVALID_STATUS INVALID_DATA_URI',
  { repeatsValue: true },
);
define(
  'invalid',
  'user',
  'Check the ids in the record: one of them is malformed, of another object, of a record that is gone or that the connected user may not see, or a record type that is not assigned to the user.',
  'INVALID_CROSS_REFERENCE_KEY INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD INVALID_ACCOUNT INVALID_CONTACT INVALID_USERID NO_SUCH_USER_EXISTS INVALID_RECORD_TYPE UNAVAILABLE_RECORDTYPE_EXCEPTION UNAVAILABLE_REF',
);
define(
  'invalid',
  'user',
  'Use the 15 or 18 characters that Salesforce gives as the id of the record.',
  'MALFORMED_ID INVALID_ID_FIELD',
  { repeatsValue: true },
);
define(
  'invalid',
  'user',
  'Name an owner who is active and may own the record.',
  'INACTIVE_OWNER_OR_USER INVALID_OWNER INVALID_EMPTY_KEY_OWNER CANNOT_DELETE_OWNER MANAGER_NOT_DEFINED OP_WITH_INVALID_USER_TYPE_EXCEPTION',
);
define(
  'invalid',
  'user',
  'Change the values so that they fit together and fit the record as it is now.',
  'FIELD_INTEGRITY_EXCEPTION ENTITY_SAVE_ERROR RECORD_CREATION_FAILED RECORD_UPDATE_FAILED UNPROCESSABLE_REQUEST CANNOT_REPARENT_RECORD CANNOT_UPDATE_CONVERTED_LEAD CIRCULAR_DEPENDENCY INVALID_PERSON_ACCOUNT_OPERATION PRIVATE_CONTACT_ON_ASSET STANDARD_PRICE_NOT_DEFINED MAXIMUM_HIERARCHY_LEVELS_REACHED MAXIMUM_HIERARCHY_CHILDREN_REACHED MAXIMUM_HIERARCHY_TREE_SIZE_REACHED FIELD_KEYWORD_LIST_MATCH_LIMIT FIELD_MODERATION_RULE_BLOCK PARTICIPANT_RELATIONSHIP_EXISTS',
);
define(
  'invalid',
  'user',
  'Someone else has changed the record meanwhile. Read it and decide again.',
  'ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE MATCH_PRECONDITION_FAILED MATCH_PRECONDITION_REQUIRED CONFLICT OPERATION_CONFLICT',
);
define(
  'invalid',
  'user',
  'Other records depend on this one. Remove or change them first.',
  'DELETE_FAILED DELETE_NOT_ALLOWED DELETE_REQUIRED_ON_CASCADE DELETE_OPERATION_TOO_LARGE DEPENDENCY_EXISTS UNDELETE_FAILED MERGE_FAILED INVALID_MERGE_RECORD INVALID_UNMERGE_RECORD HAS_PUBLIC_REFERENCES',
);
define(
  'invalid',
  'user',
  'Start or finish the approval in Salesforce: the record does not fit the approval process.',
  'ALREADY_IN_PROCESS NO_APPLICABLE_PROCESS INVALID_ASSIGNMENT_RULE ASSIGNEE_TYPE_REQUIRED INVALID_ASSIGNEE_TYPE',
);
define(
  'invalid',
  'user',
  'Make the content smaller, or of a kind that the org accepts.',
  'FILE_SIZE_LIMIT_EXCEEDED FILE_EXTENSION_NOT_ALLOWED MAXIMUM_SIZE_OF_ATTACHMENT MAXIMUM_SIZE_OF_DOCUMENT IMAGE_TOO_LARGE HTML_FILE_UPLOAD_NOT_ALLOWED',
);
define(
  'invalid',
  'admin',
  "The org's own Apex code or permissions refused the record. Show the Salesforce administrator what Salesforce said.",
  'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY APEX_ERROR APEX_FAILED CUSTOM_APEX_ERROR SELF_REFERENCE_FROM_TRIGGER UNSUPPORTED_APEX_TRIGGER_OPERATION UNSUPPORTED_APEX_TRIGGER_OPERATON MAX_TRIGGERS_EXCEEDED MIXED_DML_OPERATION',
);
define(
  'invalid',
  'admin',
  "One of the org's own flows or processes failed on the record. Show the Salesforce administrator what Salesforce said.",
  'CANNOT_EXECUTE_FLOW_TRIGGER FLOW_EXCEPTION SELF_REFERENCE_FROM_FLOW MAX_DEPTH_IN_FLOW_EXECUTION INACTIVE_RULE_ERROR MAX_RULES_EXCEEDED MAX_ACTIONS_PER_RULE_EXCEEDED',
);

// When
define(
  'locked',
  'time',
  'Send it again in a few seconds: another change of the same record or of its parent was under way.',
  'UNABLE_TO_LOCK_ROW UNABLE_TO_LOCK_RECORD RECORD_IN_USE_BY_WORKFLOW COLLISION_DETECTED TERRITORY_REALIGN_IN_PROGRESS',
);
define(
  'limit',
  'time',
  'Wait until the org allows more requests, or ask the Salesforce administrator for more.',
  'REQUEST_LIMIT_EXCEEDED TOO_MANY_APEX_REQUESTS',
);
define(
  'unavailable',
  'time',
  'Read the ledger to see whether it was applied; if not, send it again.',
  'SERVER_UNAVAILABLE SERVICE_UNAVAILABLE BAD_GATEWAY INTERNAL_ERROR UNKNOWN_EXCEPTION QUERY_TIMEOUT REQUEST_RUNNING_TOO_LONG RESOURCE_NOT_AVAILABLE PLATFORM_EVENT_PUBLISHING_UNAVAILABLE PLATFORM_EVENT_PUBLISH_FAILED',
);
define(
  'maintenance',
  'time',
  'Send it again when the maintenance of the org is over.',
  'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
);
define(
  'rolledBack',
  'user',
  'Correct the part of the request that failed, and send it again.',
  'ALL_OR_NONE_OPERATION_ROLLED_BACK PROCESSING_HALTED BATCH_PROCESSING_HALTED FAILED_DUE_TO_OTHER_INPUTS',
);

// How it was asked
define(
  'requestInvalid',
  'admin',
  'Check the API name of the field. If it is right, ask the Salesforce administrator to make the field visible and editable for the connected user (field-level security).',
  'INVALID_FIELD INVALID_FIELD_FOR_INSERT_UPDATE FIELD_NOT_UPDATABLE METADATA_FIELD_UPDATE_ERROR',
);
define(
  'requestInvalid',
  'admin',
  'Check the API name of the object. If it is right, ask the Salesforce administrator to give the connected user access to the object.',
  'INVALID_TYPE INVALID_TYPE_FOR_OPERATION INVALID_ENTITY_FOR_UPSERT SCHEMA_OBJECT_NOT_FOUND BIG_OBJECT_UNSUPPORTED_OPERATION',
);
define(
  'requestInvalid',
  'developer',
  'Report it: the request is not one that the Salesforce API accepts.',
  'METHOD_NOT_ALLOWED MISSING_ARGUMENT BAD_REQUEST INVALID_API_INPUT INVALID_ARGUMENT_TYPE INVALID_BATCH_OPERATION INVALID_CONTENT_TYPE INVALID_EXTERNAL_ID_FIELD_NAME INVALID_FILTER_ACTION INVALID_INPUT INVALID_INPUT_FORMAT INVALID_KEY_FIELD_INPUT INVALID_NAMESPACE_PREFIX INVALID_OPERATION INVALID_OPERATOR INVALID_QUERY_KEY INVALID_QUERY_LOCATOR INVALID_REPLICATION_DATE INVALID_SEARCH CANNOT_RESOLVE_NAME DATA_TYPE_NOT_SUPPORTED EXCEEDED_ID_LIMIT EXCEEDED_MAX_SEMIJOIN_SUBSELECTS EXCEEDED_MAX_SEMIJOIN_SUBSELECTS_WRITE OPERATION_TOO_LARGE PAYLOAD_SIZE_EXCEEDED',
);
define(
  'requestInvalid',
  'developer',
  'Report it: the request is not one that the Salesforce API accepts.',
  'JSON_PARSER_ERROR MALFORMED_QUERY MALFORMED_SEARCH INVALID_QUERY_FILTER_OPERATOR INVALID_QUERY_VALUE ILLEGAL_QUERY_PARAMETER_VALUE',
  { repeatsValue: true },
);
define(
  'requestInvalid',
  'developer',
  'Use an API version that the org still supports.',
  'UNSUPPORTED_API_VERSION GONE',
);

/**
 * The classification of Salesforce's errorCodes, in one place. Sources: StatusCode of the Metadata WSDL v63; REST API
 * guide, Status Codes and Error Responses; SOAP API guide, API Fault Element.
 */
export const ERROR_CODES: ReadonlyMap<string, ErrorCodeRow> = rows;

/** What an errorCode means that is not in the table: nothing is assumed, and nothing is tried again. */
export const UNCLASSIFIED: ErrorCodeRow = {
  code: 'SALESFORCE_UNCLASSIFIED',
  retryable: false,
  outcome: 'unknown',
  fixedBy: 'developer',
  remedy: 'Look the errorCode up in the Salesforce documentation, and report it so that it gets a row in the table.',
  repeatsValue: true,
};

/** What an HTTP status means where the answer carries no errorCode that the table knows. */
export function rowOfStatus(status: number): ErrorCodeRow | undefined {
  const errorCode = STATUS_CODES[status] ?? (status >= 500 ? 'SERVER_UNAVAILABLE' : undefined);
  return errorCode === undefined ? undefined : ERROR_CODES.get(errorCode);
}

/** Source: REST API guide, Status Codes and Error Responses. */
const STATUS_CODES: Readonly<Record<number, string>> = {
  401: 'INVALID_SESSION_ID',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  410: 'UNSUPPORTED_API_VERSION',
  412: 'MATCH_PRECONDITION_FAILED',
  413: 'PAYLOAD_SIZE_EXCEEDED',
  414: 'PAYLOAD_SIZE_EXCEEDED',
  415: 'INVALID_CONTENT_TYPE',
  420: 'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
  428: 'MATCH_PRECONDITION_REQUIRED',
  429: 'REQUEST_LIMIT_EXCEEDED',
  431: 'PAYLOAD_SIZE_EXCEEDED',
  501: 'METHOD_NOT_ALLOWED',
};
