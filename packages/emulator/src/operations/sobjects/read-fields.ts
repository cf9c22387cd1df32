import { noSuchColumn } from '../../dml/field-errors.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationContext } from '../operation.ts';

/**
 * The fields that `?fields=` asks for, in its order, and `Id` last unless it is among them; all without it.
 * Source: REST API guide, sObject Rows; the order from the answer printed in its chapter on Composite.
 */
export function requestedFields(context: OperationContext, object: ObjectDefinition): readonly FieldDefinition[] {
  const names = (context.request.query.get('fields') ?? '').split(',').map((name) => name.trim());
  const asked = names.filter((name) => name !== '');
  if (asked.length === 0) return [...object.fields.values()];
  const fields = new Set(
    asked.map((name) => {
      if (name.includes('.')) throw new NotEmulatedError(`fields of a parent (${name}) of a ${object.name}`);
      const field = context.org.schema.field(object.name, name);
      if (!field) throw noSuchColumn(object.name, name);
      return field;
    }),
  );
  const id = object.fields.get('Id');
  return id ? [...fields, ...(fields.has(id) ? [] : [id])] : [...fields];
}
