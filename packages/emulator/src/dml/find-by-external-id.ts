import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';
import type { StoredRecord } from './stored-record.ts';
import { toStoredValue } from './to-stored-value.ts';

export interface ExternalIdMatch {
  readonly field: FieldDefinition;
  readonly value: string | number;
  readonly records: readonly StoredRecord[];
}

/**
 * Records by a field that describe calls `externalId` or `idLookup`. Compared without regard to case, unless the field
 * is case-sensitive. Source: REST API guide, sObject Rows by External ID; recorded upserts on `Contact/Email`.
 */
export function findByExternalId(
  context: DmlContext,
  object: ObjectDefinition,
  fieldName: string,
  text: string,
): ExternalIdMatch {
  const field = externalIdField(context, object, fieldName);
  const value = toStoredValue(field, text, { body: { [field.name]: text }, key: field.name });
  if (value === null) throw new NotEmulatedError(`an external id ${field.name} of nothing but blanks`);
  if (value instanceof Uint8Array) throw noExternalId(field.name);
  return { field, value, records: context.org.records.findBy(object, field.name, value) };
}

/** The field of this name, if records can be looked up by it. @throws SalesforceApiError 404 */
export function externalIdField(context: DmlContext, object: ObjectDefinition, name: string): FieldDefinition {
  const field = context.schema.field(object.name, name);
  if (!field || !(field.externalId || field.idLookup)) throw noExternalId(name);
  return field;
}

/** Source: error body in restforce's fixtures. */
function noExternalId(field: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 404,
    errorCode: 'NOT_FOUND',
    message: `Provided external ID field does not exist or is not accessible: ${field}`,
  });
}
