import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** Which record: it is not there, is there already, is held by someone else, or has changed meanwhile. */
export const RECORD_CODES: readonly CodeGroup[] = [
  {
    kind: 'notFound',
    fixedBy: 'user',
    remedy: 'Check the id: the record does not exist, was deleted, or the connected user may not see it.',
    codes: `NOT_FOUND ENTITY_IS_DELETED RECORD_NOT_FOUND MISSING_RECORD ITEM_NOT_FOUND CLM_RECORD_NOT_FOUND
      IAS_RECORD_DOES_NOT_EXIST PA_NO_DATA_FOUND_EXCEPTION`,
  },
  {
    kind: 'notFound',
    fixedBy: 'user',
    remedy:
      'Check the id of the file or note: it does not exist, was deleted, or is not shared with the connected user.',
    codes: 'CONTENT_NOT_FOUND CONTENT_TYPE_NOT_FOUND WORKSPACE_NOT_FOUND',
  },
  {
    kind: 'duplicate',
    fixedBy: 'user',
    remedy: 'Use the record that is already there, or change the value that has to be unique.',
    codes: `DUPLICATE_VALUE DUPLICATE_EXTERNAL_ID DUPLICATE_CASE_SOLUTION NONUNIQUE_SHIPPING_ADDRESS
      ORDER_MANAGEMENT_RECORD_EXISTS DOCUMENT_VERSION_EXISTS PARTICIPANT_RELATIONSHIP_EXISTS`,
  },
  {
    kind: 'duplicate',
    fixedBy: 'user',
    remedy: 'Use one of the records that are already there, or change the values that the duplicate rule compares',
    setup: SETUP.duplicateRules,
    codes: 'DUPLICATES_DETECTED',
  },
  {
    kind: 'duplicate',
    fixedBy: 'user',
    remedy: 'Choose one of the files that fit and name it by its id.',
    codes: 'MULTIPLE_CONTENT_FOUND',
  },
  {
    kind: 'duplicate',
    fixedBy: 'admin',
    remedy: 'Ask the Salesforce administrator to use the user that is already there, or another user name or nickname',
    setup: SETUP.users,
    codes: `DUPLICATE_USERNAME DUPLICATE_COMM_NICKNAME PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT CONFLICTING_SSO_USER_MAPPING
      TOO_MANY_POSSIBLE_USERS_EXIST`,
  },
  {
    kind: 'locked',
    fixedBy: 'salesforce',
    remedy: 'Send it again in a few seconds: another change of the same record or of its parent was under way.',
    codes: `UNABLE_TO_LOCK_ROW UNABLE_TO_LOCK_RECORD UNABLE_TO_UNLOCK_RECORD UNABLE_TO_UPDATE_RECORD_LOCK
      RECORD_IN_USE_BY_WORKFLOW COLLISION_DETECTED BLOCKED_EXCLUSIVE CHECKOUT_LOCKED`,
  },
  {
    kind: 'locked',
    fixedBy: 'salesforce',
    remedy: 'Send it again when the realignment of sales territories in the org is over.',
    codes: 'TERRITORY_REALIGN_IN_PROGRESS',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'user',
    remedy: 'Finish or recall the approval that locks the record, then send it again',
    setup: SETUP.approvalProcesses,
    codes: 'ENTITY_IS_LOCKED RECORD_LOCKED',
  },
  {
    kind: 'accessDenied',
    fixedBy: 'user',
    remedy: 'Leave the record as it is: it is archived and can only be read.',
    codes: 'ENTITY_IS_ARCHIVED CANNOT_POST_TO_ARCHIVED_GROUP',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Read the record and decide again: someone else has changed it meanwhile.',
    codes: `ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE MATCH_PRECONDITION_FAILED MATCH_PRECONDITION_REQUIRED CONFLICT
      OPERATION_CONFLICT`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Remove or change the records that depend on this one first.',
    codes: `DELETE_FAILED DELETE_NOT_ALLOWED DELETE_REQUIRED_ON_CASCADE DEPENDENCY_EXISTS UNDELETE_FAILED
      HAS_PUBLIC_REFERENCES CANNOT_CASCADE_PRODUCT_ACTIVE`,
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Delete fewer records at once: what hangs on this one is more than one request may delete.',
    codes: 'DELETE_OPERATION_TOO_LARGE',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Merge records of one object that are not merged yet, and that the connected user may edit and delete.',
    codes: 'MERGE_FAILED INVALID_MERGE_RECORD INVALID_UNMERGE_RECORD',
  },
  {
    kind: 'invalid',
    fixedBy: 'user',
    remedy: 'Copy the record by hand: Salesforce does not copy one in this state or with these values.',
    codes: 'CLONE_NOT_SUPPORTED CLONE_FIELD_INTEGRITY_EXCEPTION INVALID_LINEITEM_CLONE_STATE',
  },
];
