import { account } from './behaviors/account.ts';
import { caseBehavior } from './behaviors/case.ts';
import { contact } from './behaviors/contact.ts';
import { contentDocumentLink } from './behaviors/content-document-link.ts';
import { contentDocument } from './behaviors/content-document.ts';
import { contentNote } from './behaviors/content-note.ts';
import { contentVersion } from './behaviors/content-version.ts';
import { emailMessageRelation } from './behaviors/email-message-relation.ts';
import { emailMessage } from './behaviors/email-message.ts';
import { event } from './behaviors/event.ts';
import { lead } from './behaviors/lead.ts';
import { opportunityContactRole } from './behaviors/opportunity-contact-role.ts';
import { opportunityLineItem } from './behaviors/opportunity-line-item.ts';
import { fieldPermissions } from './behaviors/field-permissions.ts';
import { objectPermissions } from './behaviors/object-permissions.ts';
import { opportunity } from './behaviors/opportunity.ts';
import { permissionSet } from './behaviors/permission-set.ts';
import { permissionSetAssignment } from './behaviors/permission-set-assignment.ts';
import { pricebookEntry } from './behaviors/pricebook-entry.ts';
import { product2 } from './behaviors/product2.ts';
import { task } from './behaviors/task.ts';
import { user } from './behaviors/user.ts';
import { userLogin } from './behaviors/user-login.ts';
import { scratchOrgInfo } from './behaviors/scratch-org-info.ts';
import type { ObjectBehavior } from './object-behavior.ts';

const behaviors: ReadonlyMap<string, ObjectBehavior> = new Map(
  [
    account,
    contact,
    contentDocument,
    contentDocumentLink,
    contentNote,
    contentVersion,
    fieldPermissions,
    objectPermissions,
    opportunity,
    permissionSet,
    permissionSetAssignment,
    scratchOrgInfo,
    caseBehavior,
    emailMessage,
    emailMessageRelation,
    event,
    lead,
    opportunityContactRole,
    opportunityLineItem,
    pricebookEntry,
    product2,
    task,
    user,
    userLogin,
  ].map((behavior) => [behavior.object, behavior]),
);

export function behaviorOf(object: string): ObjectBehavior | undefined {
  return behaviors.get(object);
}
