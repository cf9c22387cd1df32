import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import { toShortId } from '../org/record-id.ts';

function fieldError(errorCode: string, message: string, fields: readonly string[]): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode, message, fields });
}

/** Source: recorded by sf-fx-runtime-nodejs, 2021-04. */
export function requiredFieldsMissing(fields: readonly string[]): SalesforceApiError {
  return fieldError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields);
}

/** Source: recorded by sf-fx-runtime-nodejs, 2021-04; no `fields`. */
export function noSuchColumn(object: string, field: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: `No such column '${field}' on sobject of type ${object}`,
  });
}

/** Source: error captured by amp-labs/connectors. */
export function notWriteable(fields: readonly string[]): SalesforceApiError {
  return fieldError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    fields,
  );
}

/** Fields that the kind of record does not have. Source: public issues on person accounts. */
export function badFieldNames(object: string, fields: readonly string[]): SalesforceApiError {
  return fieldError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `${object}: bad field names on insert/update call: ${fields.join(', ')}`,
    fields,
  );
}

/** Source: public logs of clients. */
export function stringTooLong(field: FieldDefinition, value: string): SalesforceApiError {
  return fieldError('STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, [
    field.name,
  ]);
}

/** Source: recorded by sf-fx-runtime-nodejs, 2021-04. */
export function badPicklistValue(field: FieldDefinition, value: string): SalesforceApiError {
  return fieldError(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${field.label}: bad value for restricted picklist field: ${value}`,
    [field.name],
  );
}

/** Source: REST API guide, Composite Subrequest Result. */
export function invalidEmail(field: FieldDefinition, value: string): SalesforceApiError {
  return fieldError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
}

/** Source: the page of an Account with 1431655766 employees, in public tests of Salesforce's user interface. */
export function numberOutOfRange(field: FieldDefinition, value: string): SalesforceApiError {
  return fieldError(
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${value}`,
    [field.name],
  );
}

/** Not an id at all, or one with a wrong suffix. Source: REST API guide, sObject Collections; recorded by sf-fx-runtime-nodejs. */
export function malformedReference(field: FieldDefinition, value: string): SalesforceApiError {
  return fieldError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
}

/** The id of another object. Source: public logs (`Owner ID: id value of incorrect type: 035…`). */
export function wrongReference(field: FieldDefinition, value: string): SalesforceApiError {
  return fieldError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
}

/** Source: recorded by Nango's integration templates, 2026-05. */
export function invalidCrossReference(): SalesforceApiError {
  return fieldError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
}

/** Source: the diagnostics of Marketo; that it names no field is not verified. */
export function inactiveOwner(): SalesforceApiError {
  return fieldError('INACTIVE_OWNER_OR_USER', 'owner or user is inactive.', []);
}

/** Points to a record that the user may not read. Source: public logs of clients, with and without the id. */
export function insufficientAccessOnReference(id: string): SalesforceApiError {
  return fieldError(
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    `insufficient access rights on cross-reference id: ${toShortId(id)}`,
    [],
  );
}

/** The id in the text has 18 characters. Source: error bodies in several clients' public tests and comments. */
export function invalidRecordType(id: string): SalesforceApiError {
  return fieldError('INVALID_CROSS_REFERENCE_KEY', `Record Type ID: this ID value isn't valid for the user: ${id}`, [
    'RecordTypeId',
  ]);
}

/** Source: recorded by sf-fx-runtime-nodejs, 2021-04 (a second delete). */
export function entityIsDeleted(): SalesforceApiError {
  return new SalesforceApiError({
    status: 404,
    errorCode: 'ENTITY_IS_DELETED',
    message: 'entity is deleted',
    fields: [],
  });
}

/** The id in the text has 15 characters. Source: error texts quoted by OpenFn's and others' documentation. */
export function duplicateValue(field: string, id: string): SalesforceApiError {
  return fieldError(
    'DUPLICATE_VALUE',
    `duplicate value found: ${field} duplicates value on record with id: ${toShortId(id)}`,
    [],
  );
}

/** An id or external id in the body of a request that names it in its path. Source: REST API guide; public logs. */
export function notInBody(field: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: `The ${field} field should not be specified in the sobject data.`,
  });
}
