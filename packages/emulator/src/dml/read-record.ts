import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';
import { severalRecordsMatch } from './external-id-errors.ts';
import { noSuchColumn, notInBody, notWriteable } from './field-errors.ts';
import { jsonParserError } from './json-parser-error.ts';
import { toStoredValue } from './to-stored-value.ts';
import { refuseOtherStandardField } from '../schema/refuse-other-standard-field.ts';
import type { StoredRecord, StoredValue } from './stored-record.ts';

const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

export interface ReadRecordOptions {
  readonly object: ObjectDefinition;
  readonly body: unknown;
  readonly action: 'create' | 'update';
}

/**
 * The values of a record in a request, as they are stored. Field names are taken without regard to case; a parent may
 * be given by an external id (`"Account": { "Ext__c": "x" }`). Source: REST API guide, sObject Basic Information and
 * Upsert (`"name"` for `Name` is in its examples).
 *
 * @throws NotEmulatedError for two values of one field, for a parent given by anything but one external id
 * @throws SalesforceApiError JSON_PARSER_ERROR, INVALID_FIELD, MALFORMED_ID; last, INVALID_FIELD_FOR_INSERT_UPDATE with
 * every field that cannot be written
 */
export function readRecord(context: DmlContext, { object, body, action }: ReadRecordOptions): StoredRecord {
  const record = toPlainObject(body);
  const values: StoredRecord = {};
  const refused: string[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (key === 'attributes') continue;
    if (key.toLowerCase() === 'id') throw notInBody('Id');
    const field = context.schema.field(object.name, key);
    const written = field ?? findRelationship(object, key);
    if (written && written.name in values) throw new NotEmulatedError(`a record with two values for ${written.name}`);
    if (field) {
      if (!isWriteable(field, action)) refused.push(field.name);
      else values[field.name] = withoutMaster(field, toStoredValue(field, value, { body: record, key }));
      continue;
    }
    if (!written) {
      refuseOtherStandardField(object.name, key);
      throw noSuchColumn(object.name, key);
    }
    if (!isWriteable(written, action)) refused.push(written.name);
    else values[written.name] = readParent(context, written, value);
  }
  if (refused.length > 0) throw notWriteable(refused);
  return values;
}

function toPlainObject(body: unknown): Record<string, unknown> {
  if (body === undefined) {
    throw jsonParserError('The HTTP entity body is required, but this request has no entity body.');
  }
  if (Array.isArray(body)) {
    throw jsonParserError('Can not deserialize SObject out of START_ARRAY token at [line:1, column:1]');
  }
  if (typeof body !== 'object' || body === null) {
    throw jsonParserError('Can not deserialize SObject out of VALUE_STRING token at [line:1, column:1]');
  }
  return body as Record<string, unknown>;
}

function isWriteable(field: FieldDefinition, action: 'create' | 'update'): boolean {
  return action === 'create' ? field.createable : field.updateable;
}

/** The master record type stands for having none. */
function withoutMaster(field: FieldDefinition, value: StoredValue): StoredValue {
  return field.name === 'RecordTypeId' && value === MASTER_RECORD_TYPE_ID ? null : value;
}

function findRelationship(object: ObjectDefinition, name: string): FieldDefinition | undefined {
  const wanted = name.toLowerCase();
  return [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === wanted);
}

/**
 * By an external id, or another field that describe calls `idLookup`; that several matches are refused as in an upsert is
 * not verified. Source: REST API guide, "Upsert … associate with a record by its external id"; recorded text for
 * polymorphic keys.
 */
function readParent(context: DmlContext, reference: FieldDefinition, value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) throw noSuchColumn('', reference.name);
  const entries = Object.entries(value);
  const targets = reference.referenceTo ?? [];
  let target = targets[0];
  if (targets.length > 1) {
    const [first] = entries;
    const attributes = first?.[0] === 'attributes' ? (first[1] as { type?: unknown } | null) : null;
    if (typeof attributes?.type !== 'string') {
      throw jsonParserError(
        'Nested object for polymorphic foreign key must have an attributes field before any other fields.',
      );
    }
    target = attributes.type;
  }
  const [key, ...further] = entries.filter(([name]) => name !== 'attributes');
  const parent = target === undefined ? undefined : context.schema.object(target);
  const field = parent && key && context.schema.field(parent.name, key[0]);
  if (!parent || !key || !field) throw noSuchColumn(target ?? '', key?.[0] ?? '');
  if (further.length > 0) throw new NotEmulatedError(`a ${parent.name} given by several fields`);
  if (!field.externalId && !field.idLookup) {
    throw new NotEmulatedError(`a ${parent.name} given by ${field.name}, which is no external id`);
  }
  const wanted = toStoredValue(field, key[1], { body: Object.fromEntries(entries), key: key[0] });
  const matches = wanted === null ? [] : context.org.records.findBy(parent, field.name, wanted);
  if (matches.length > 1) throw severalRecordsMatch(field.name, matches);
  const [found] = matches;
  if (!found) throw foreignKeyNotFound(String(key[1]), field.name, parent.name);
  return String(found['Id']);
}

/** Source: integration tests of Apache Camel's Salesforce component. */
function foreignKeyNotFound(value: string, field: string, object: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: `Foreign key external ID: ${value} not found for field ${field} in entity ${object}`,
    fields: [],
  });
}
