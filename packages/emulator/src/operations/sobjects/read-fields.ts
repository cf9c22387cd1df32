import { noSuchColumn } from '../../dml/field-errors.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { refuseOtherStandardField } from '../../schema/refuse-other-standard-field.ts';
import type { FieldDefinition, ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationContext } from '../operation.ts';

/** The fields that `?fields=` asks for; all without it. */
export function requestedFields(context: OperationContext, object: ObjectDefinition): readonly FieldDefinition[] {
  const names = namesIn(context.request.query.get('fields'));
  return names.length === 0 ? [...object.fields.values()] : fieldsNamed(context, object, names);
}

/** The parts of a comma-separated list. */
export function namesIn(list: string | null): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * The fields of these names, in this order, and `Id` last unless it is among them.
 * Source: REST API guide, sObject Rows; the order from the answer printed in its chapter on Composite.
 *
 * @throws SalesforceApiError INVALID_FIELD
 */
export function fieldsNamed(
  context: OperationContext,
  object: ObjectDefinition,
  names: readonly string[],
): readonly FieldDefinition[] {
  const fields = new Set(
    names.map((name) => {
      if (name.includes('.')) throw new NotEmulatedError(`fields of a parent (${name}) of a ${object.name}`);
      const field = context.schema.field(object.name, name);
      if (!field) {
        refuseOtherStandardField(object.name, name);
        throw noSuchColumn(object.name, name);
      }
      return field;
    }),
  );
  const id = object.fields.get('Id');
  return id ? [...fields, ...(fields.has(id) ? [] : [id])] : [...fields];
}
