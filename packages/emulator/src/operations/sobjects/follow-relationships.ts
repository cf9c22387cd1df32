import type { StoredRecord } from '../../dml/stored-record.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { parseRecordId } from '../../org/record-id.ts';
import type { FieldDefinition, ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationContext } from '../operation.ts';
import { apiVersionOf, objectOf, param } from './sobject-request.ts';

const SINCE = 36;
/** Source: REST API guide, Traverse Relationships with Friendly URLs. */
const MAX_PARENTS = 5;

/** What a path of relationship names leads to. */
export type Related =
  | { readonly kind: 'parent'; readonly object: ObjectDefinition; readonly record: StoredRecord }
  | {
      readonly kind: 'children';
      readonly object: ObjectDefinition;
      readonly field: FieldDefinition;
      readonly of: string;
    };

/**
 * Follows `…/sobjects/Contact/003…/Account/Owner` up, or `…/sobjects/Account/001…/Contacts` down.
 *
 * @param names of the relationships, from the record that the path begins with
 * @throws SalesforceApiError 404 for a relationship that is not there, and where a lookup is empty
 */
export function followRelationships(context: OperationContext, names: readonly string[]): Related {
  if (Number(apiVersionOf(context.request)) < SINCE) throw resourceNotFound();
  let object = objectOf(context);
  let record = recordOf(context, object, parseRecordId(param(context.request, 'id')));
  for (const [index, name] of names.entries()) {
    const parent = parentField(object, name);
    if (!parent) {
      const down = index === 0 && names.length === 1 ? childrenField(context, object, name) : undefined;
      if (!down) throw resourceNotFound();
      return { kind: 'children', ...down, of: String(record['Id']) };
    }
    if (index >= MAX_PARENTS) throw new NotEmulatedError(`more than ${MAX_PARENTS} relationships in a URL`);
    const id = record[parent.name];
    if (typeof id !== 'string') throw resourceNotFound();
    const target = context.schema.objectOfPrefix(id.slice(0, 3));
    if (!target) throw resourceNotFound();
    object = target;
    record = recordOf(context, object, id);
  }
  return { kind: 'parent', object, record };
}

/** The one record that a path leads to, for PATCH and DELETE. */
export function relatedParent(context: OperationContext, names: readonly string[]): Related & { kind: 'parent' } {
  const related = followRelationships(context, names);
  if (related.kind === 'children') throw new NotEmulatedError('a change of all related records');
  return related;
}

/** The names behind the record's id; a slash at the end is none. */
export function relationshipNames(context: OperationContext): readonly string[] {
  return param(context.request, '*')
    .split('/')
    .filter((name) => name !== '');
}

function recordOf({ org }: OperationContext, object: ObjectDefinition, id: string | undefined): StoredRecord {
  const record = id === undefined ? undefined : org.records.find(object.name, id);
  if (!record || record['IsDeleted'] === 1) throw resourceNotFound();
  return record;
}

function parentField(object: ObjectDefinition, name: string): FieldDefinition | undefined {
  const wanted = name.toLowerCase();
  return [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === wanted);
}

function childrenField(
  { schema }: OperationContext,
  parent: ObjectDefinition,
  name: string,
): { readonly object: ObjectDefinition; readonly field: FieldDefinition } | undefined {
  const wanted = name.toLowerCase();
  for (const object of schema.objects()) {
    for (const field of object.fields.values()) {
      if (field.childRelationshipName?.toLowerCase() === wanted && field.referenceTo?.includes(parent.name)) {
        return { object, field };
      }
    }
  }
  return undefined;
}
