import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { From } from './grammar/syntax-tree.ts';
import { queryError } from './query-error.ts';

/**
 * What follows the object in FROM are relationships that begin at it: `FROM Contact c, c.Account a`. Source: SOQL and
 * SOSL Reference, Alias Notation; the text as django-salesforce reports it (issue 43), its code is not verified.
 */
export function checkFromPaths(from: From, object: ObjectDefinition): void {
  const known = new Set([object.name.toLowerCase(), from.object.text.toLowerCase()]);
  if (from.alias !== undefined) known.add(from.alias.toLowerCase());
  for (const { path, alias } of from.paths) {
    const [first = '', relationship] = path.text.split('.');
    if (!known.has(first.toLowerCase()) || relationship === undefined) {
      throw queryError({
        errorCode: 'MALFORMED_QUERY',
        text: `A driving SObject type has already been set, all other entity types in the FROM clause must be relationships to the initial object.  The driving object is ${object.name}`,
      });
    }
    if (alias === undefined) throw new NotEmulatedError(`SOQL FROM ${path.text} without an alias`);
    if (!isOwn(first, from, object)) continue;
    if (!isParent(relationship, object)) throw new NotEmulatedError(`SOQL FROM ${path.text}, which is no parent`);
    known.add(alias.toLowerCase());
  }
}

function isOwn(name: string, from: From, object: ObjectDefinition): boolean {
  const own = [object.name, from.object.text, ...(from.alias === undefined ? [] : [from.alias])];
  return own.some((each) => each.toLowerCase() === name.toLowerCase());
}

function isParent(relationship: string, object: ObjectDefinition): boolean {
  return [...object.fields.values()].some(
    (field) => field.relationshipName?.toLowerCase() === relationship.toLowerCase(),
  );
}
