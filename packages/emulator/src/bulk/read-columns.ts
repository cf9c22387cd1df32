import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { JobFailure } from './bulk-errors.ts';

/** Where the values of a column go. */
export type Column =
  | { readonly kind: 'id' }
  | { readonly kind: 'field'; readonly field: FieldDefinition }
  /** `Owner.Username`, `Lead:Who.Email`: a parent by a field of its own. */
  | {
      readonly kind: 'parent';
      readonly reference: FieldDefinition;
      readonly target: ObjectDefinition;
      readonly field: FieldDefinition;
    };

/**
 * The columns that a header names, without regard to case. Source: Bulk API 2.0 guide, Relationship Fields in a Header Row
 * (one level, a type for polymorphic fields and for no others, a field that is an external id or has `idLookup`); the
 * texts in public reports of jobs that failed. That one unknown name fails the whole job is in those reports too.
 *
 * @throws JobFailure
 * @throws NotEmulatedError
 */
export function readColumns(header: readonly string[], object: ObjectDefinition, schema: OrgSchema): Column[] {
  const seen = new Set<string>();
  return header.map((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) throw new JobFailure(`InvalidBatch : Duplicate field name in header : ${name}`);
    seen.add(key);
    if (key === 'id') return { kind: 'id' };
    const field = schema.field(object.name, name);
    // Bulk API 2.0 takes no binary content; how it says so is not known.
    if (field?.type === 'base64') throw new NotEmulatedError(`a column of binary content: ${name}`);
    if (field) return { kind: 'field', field };
    return readParent(name, object, schema);
  });
}

function readParent(name: string, object: ObjectDefinition, schema: OrgSchema): Column {
  const [, type, relationship, fieldName] = /^(?:([^:.]+):)?([^:.]+)\.([^:.]+)$/.exec(name) ?? [];
  const reference = [...object.fields.values()].find(
    (field) => field.relationshipName?.toLowerCase() === relationship?.toLowerCase() && relationship !== undefined,
  );
  if (!reference?.referenceTo || fieldName === undefined) throw notFound(name);
  const isPolymorphic = reference.referenceTo.length > 1;
  if (type !== undefined && !isPolymorphic) {
    throw new JobFailure(
      `InvalidBatch : type is not needed for non polymorphic foreign key references: ${relationship}`,
    );
  }
  if (type === undefined && isPolymorphic) throw notFound(name);
  const targetName = type ?? reference.referenceTo[0];
  const target = targetName === undefined ? undefined : schema.object(targetName);
  if (!target || !reference.referenceTo.includes(target.name)) throw notFound(name);
  const field = schema.field(target.name, fieldName);
  if (!field || !(field.type === 'id' || field.externalId || field.idLookup)) throw notFound(name);
  return { kind: 'parent', reference, target, field };
}

function notFound(name: string): JobFailure {
  return new JobFailure(`InvalidBatch : Field name not found : ${name}`);
}
