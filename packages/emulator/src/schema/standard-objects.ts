import { account } from './standard/account.ts';
import { businessProcess } from './standard/business-process.ts';
import { contact } from './standard/contact.ts';
import { contentDocumentLink } from './standard/content-document-link.ts';
import { contentDocument } from './standard/content-document.ts';
import { contentNote } from './standard/content-note.ts';
import { contentVersion } from './standard/content-version.ts';
import { fieldPermissions } from './standard/field-permissions.ts';
import { objectPermissions } from './standard/object-permissions.ts';
import { opportunityContactRole } from './standard/opportunity-contact-role.ts';
import { opportunityStage } from './standard/opportunity-stage.ts';
import { opportunity } from './standard/opportunity.ts';
import { organization } from './standard/organization.ts';
import { permissionSetAssignment } from './standard/permission-set-assignment.ts';
import { permissionSet } from './standard/permission-set.ts';
import { profile } from './standard/profile.ts';
import { recordType } from './standard/record-type.ts';
import { userLogin } from './standard/user-login.ts';
import { user } from './standard/user.ts';
import type { ObjectDefinition } from './object-definition.ts';

/** Every standard object of this emulator, in the alphabetical order of describeGlobal. */
export const standardObjects: readonly ObjectDefinition[] = [
  account,
  businessProcess,
  contact,
  contentDocument,
  contentDocumentLink,
  contentNote,
  contentVersion,
  fieldPermissions,
  objectPermissions,
  opportunity,
  opportunityContactRole,
  opportunityStage,
  organization,
  permissionSet,
  permissionSetAssignment,
  profile,
  recordType,
  user,
  userLogin,
];
