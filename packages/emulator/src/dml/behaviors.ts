import { contact } from './behaviors/contact.ts';
import { contentDocumentLink } from './behaviors/content-document-link.ts';
import { contentDocument } from './behaviors/content-document.ts';
import { contentNote } from './behaviors/content-note.ts';
import { contentVersion } from './behaviors/content-version.ts';
import { opportunity } from './behaviors/opportunity.ts';
import { permissionSetAssignment } from './behaviors/permission-set-assignment.ts';
import type { ObjectBehavior } from './object-behavior.ts';

const behaviors: ReadonlyMap<string, ObjectBehavior> = new Map(
  [
    contact,
    contentDocument,
    contentDocumentLink,
    contentNote,
    contentVersion,
    opportunity,
    permissionSetAssignment,
  ].map((behavior) => [behavior.object, behavior]),
);

export function behaviorOf(object: string): ObjectBehavior | undefined {
  return behaviors.get(object);
}
