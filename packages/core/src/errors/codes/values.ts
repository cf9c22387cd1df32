import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** What the record says. */
export const VALUE_CODES: readonly CodeGroup[] = [
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Fill in the fields that are missing and send it again.',
    codes: 'REQUIRED_FIELD_MISSING RECORD_MISSING_REQUIRED_FIELD SERVICE_PLAN_MISSING_DATA',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Change the values so that they pass the validation rule, and send it again',
    setup: SETUP.validationRules,
    codes: 'FIELD_CUSTOM_VALIDATION_EXCEPTION ENTITY_SAVE_VALIDATION_ERROR',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: "Choose a record that the field's lookup filter allows",
    setup: SETUP.field,
    codes: 'FIELD_FILTER_VALIDATION_EXCEPTION RELATED_ENTITY_FILTER_VALIDATION_EXCEPTION',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Shorten the value to what the field holds.',
    repeatsValue: true,
    codes: 'STRING_TOO_LONG PARAMETER_TOO_LARGE MAX_TASK_DESCRIPTION_EXCEEDED MAX_TASK_DESCRIPTION_EXCEEEDED',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy:
      'Use one of the API values of the picklist, or ask the Salesforce administrator to add this one and to select it for the record type',
    setup: SETUP.picklistValues,
    repeatsValue: true,
    codes: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST TOO_MANY_ENUM_VALUE INVALID_STATUS INVALID_BUSINESS_HOURS_NAME',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Write the e-mail address as name@domain.',
    repeatsValue: true,
    codes: 'INVALID_EMAIL_ADDRESS UNSPECIFIED_EMAIL_ADDRESS',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: "Use one of the org's active currencies, by its ISO code",
    setup: SETUP.currencies,
    repeatsValue: true,
    codes: 'INVALID_CURRENCY_ISO INVALID_CURRENCY_CONV_RATE INVALID_CURRENCY_CORP_RATE',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Use a number or a date within what the field takes.',
    repeatsValue: true,
    codes: 'NUMBER_OUTSIDE_VALID_RANGE DATE_OUT_OF_RANGE INSUFFICIENT_BALANCE INSUFFICIENT_BENEFIT_REMAINING',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: "Write the value in the form that the field's type takes.",
    repeatsValue: true,
    codes: `INVALID_TYPE_ON_FIELD_IN_RECORD INVALID_RECORD_ATTRIBUTE_VALUE MISMATCHING_TYPES INVALID_INET_ADDRESS
      INVALID_DATA_URI INVALID_TEXT_REPRESENTATION INVALID_RUNTIME_VALUE INPUTPARAM_INCOMPATIBLE_DATATYPE
      SERVICE_PLAN_INVALID_DATA BAD_LIST_UNSUBSCRIBE_DATA WEBLINK_URL_INVALID INVALID_GOOGLE_DOCS_URL`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Leave out the characters or the HTML that Salesforce does not store.',
    repeatsValue: true,
    codes: 'TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET INVALID_MARKUP UNSAFE_HTML_CONTENT',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy:
      'Check the ids in the record: one of them is of another object, or of a record that is gone or that the connected user may not see.',
    codes: `INVALID_CROSS_REFERENCE_KEY INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD INVALID_ACCOUNT INVALID_CONTACT INVALID_USERID
      NO_SUCH_USER_EXISTS UNAVAILABLE_REF INVALID_SOURCE_OBJECT_ID PA_INVALID_ID_EXCEPTION`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy:
      'Use a record type that is active and assigned to the connected user, or ask the Salesforce administrator to assign it',
    setup: SETUP.recordTypes,
    codes: 'INVALID_RECORD_TYPE UNAVAILABLE_RECORDTYPE_EXCEPTION',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Use the 15 or 18 characters that Salesforce gives as the id of the record.',
    repeatsValue: true,
    codes: 'MALFORMED_ID INVALID_ID_FIELD PAL_INVALID_ENTITY_ID',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Name an owner who is active and may own records of this object',
    setup: SETUP.users,
    codes: `INACTIVE_OWNER_OR_USER INVALID_OWNER INVALID_EMPTY_KEY_OWNER INVALID_SETUP_OWNER CANNOT_DELETE_OWNER
      MANAGER_NOT_DEFINED OP_WITH_INVALID_USER_TYPE_EXCEPTION INVALID_USER_OBJECT`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Change the values so that they fit together and fit the record as it is now.',
    codes: `FIELD_INTEGRITY_EXCEPTION ENTITY_SAVE_ERROR RECORD_CREATION_FAILED RECORD_UPDATE_FAILED UNPROCESSABLE_REQUEST
      INVALID_PERSON_ACCOUNT_OPERATION PRIVATE_CONTACT_ON_ASSET INVALID_REQUEST_STATE INVALID_SAVE_AS_ACTIVITY_FLAG`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Leave the parent as it is: the relationship does not allow another one once the record is created',
    setup: SETUP.field,
    codes: 'CANNOT_REPARENT_RECORD',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Change the account, contact or deal that the lead became: a converted lead can only be read.',
    codes: 'CANNOT_UPDATE_CONVERTED_LEAD',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Choose another parent: this one would be above and below the record at once, or too deep.',
    codes: `CIRCULAR_DEPENDENCY MAXIMUM_HIERARCHY_LEVELS_REACHED MAXIMUM_HIERARCHY_CHILDREN_REACHED
      MAXIMUM_HIERARCHY_TREE_SIZE_REACHED`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Give the product a standard price, and name a price book entry that is active.',
    codes: 'STANDARD_PRICE_NOT_DEFINED PRICE_NOT_FOUND LIST_PRICE_NOT_FOUND',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: "Change the words that the org's moderation rule refuses.",
    repeatsValue: true,
    codes: 'FIELD_KEYWORD_LIST_MATCH_LIMIT FIELD_MODERATION_RULE_BLOCK',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Make the content smaller.',
    codes: `FILE_SIZE_LIMIT_EXCEEDED MAXIMUM_SIZE_OF_ATTACHMENT MAXIMUM_SIZE_OF_DOCUMENT IMAGE_TOO_LARGE
      WEBLINK_SIZE_LIMIT_EXCEEDED`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Use a file of a kind that the org takes, or ask the Salesforce administrator to allow this one',
    setup: SETUP.fileSecurity,
    codes: 'FILE_EXTENSION_NOT_ALLOWED HTML_FILE_UPLOAD_NOT_ALLOWED',
  },
];
