import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { FieldScope } from './field-scope.ts';
import type { Query } from './grammar/syntax-tree.ts';
import { queryError } from './query-error.ts';
import type { Statement } from './statement.ts';

/** Relationships that Salesforce has, over objects that only exist in subqueries. */
const UNSUPPORTED = new Set(
  [
    'ActivityHistories',
    'OpenActivities',
    'AttachedContentNotes',
    'AttachedContentDocuments',
    'CombinedAttachments',
    'NotesAndAttachments',
  ].map((name) => name.toLowerCase()),
);

/** The objects that a subquery reads, and the field by which they belong to their parent. @throws SalesforceApiError INVALID_TYPE */
export function childRelationship(
  { from }: Query,
  parent: FieldScope,
  { context, soql }: Statement,
): { child: ObjectDefinition; reference: FieldDefinition } {
  // `FROM Account.Contacts` says the parent's name or alias too.
  const written = from.object.text.split('.');
  const wanted = (written.pop() ?? '').toLowerCase();
  if (written.length <= 1) {
    for (const child of context.schema.objects()) {
      for (const reference of child.fields.values()) {
        const isIt =
          reference.childRelationshipName?.toLowerCase() === wanted &&
          reference.referenceTo?.includes(parent.object.name);
        if (isIt) return { child, reference };
      }
    }
  }
  if (UNSUPPORTED.has(wanted)) throw new NotEmulatedError(`SOQL subquery FROM ${from.object.text}`);
  throw queryError({
    errorCode: 'INVALID_TYPE',
    text: `Didn't understand relationship '${from.object.text}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    soql,
    offset: from.object.offset,
  });
}
