import { account } from './standard/account.ts';
import { businessProcess } from './standard/business-process.ts';
import { campaign } from './standard/campaign.ts';
import { caseObject } from './standard/case.ts';
import { contact } from './standard/contact.ts';
import { contentDocumentLink } from './standard/content-document-link.ts';
import { contentDocument } from './standard/content-document.ts';
import { contentNote } from './standard/content-note.ts';
import { contentVersion } from './standard/content-version.ts';
import { fieldPermissions } from './standard/field-permissions.ts';
import { objectPermissions } from './standard/object-permissions.ts';
import { emailMessageRelation } from './standard/email-message-relation.ts';
import { emailMessage } from './standard/email-message.ts';
import { eventRelation } from './standard/event-relation.ts';
import { event } from './standard/event.ts';
import { lead } from './standard/lead.ts';
import { note } from './standard/note.ts';
import { opportunityContactRole } from './standard/opportunity-contact-role.ts';
import { opportunityHistory } from './standard/opportunity-history.ts';
import { opportunityLineItem } from './standard/opportunity-line-item.ts';
import { opportunityStage } from './standard/opportunity-stage.ts';
import { opportunity } from './standard/opportunity.ts';
import { organization } from './standard/organization.ts';
import { permissionSetAssignment } from './standard/permission-set-assignment.ts';
import { permissionSet } from './standard/permission-set.ts';
import { pricebookEntry } from './standard/pricebook-entry.ts';
import { pricebook2 } from './standard/pricebook2.ts';
import { product2 } from './standard/product2.ts';
import { profile } from './standard/profile.ts';
import { recordType } from './standard/record-type.ts';
import { userLogin } from './standard/user-login.ts';
import { taskRelation } from './standard/task-relation.ts';
import { task } from './standard/task.ts';
import { scratchOrgInfo } from './standard/scratch-org-info.ts';
import { user } from './standard/user.ts';
import type { ObjectDefinition } from './object-definition.ts';

/** Every standard object of this emulator, in the alphabetical order of describeGlobal. */
export const standardObjects: readonly ObjectDefinition[] = [
  account,
  businessProcess,
  campaign,
  caseObject,
  contact,
  contentDocument,
  contentDocumentLink,
  contentNote,
  contentVersion,
  fieldPermissions,
  objectPermissions,
  emailMessage,
  emailMessageRelation,
  event,
  eventRelation,
  lead,
  note,
  opportunity,
  opportunityContactRole,
  opportunityHistory,
  opportunityLineItem,
  opportunityStage,
  organization,
  permissionSet,
  permissionSetAssignment,
  pricebook2,
  pricebookEntry,
  product2,
  profile,
  recordType,
  task,
  taskRelation,
  scratchOrgInfo,
  user,
  userLogin,
];
