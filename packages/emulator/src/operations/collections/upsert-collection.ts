import { createRecord } from '../../dml/create-record.ts';
import { externalIdMissing, severalRecordsMatch } from '../../dml/external-id-errors.ts';
import { externalIdField, findByExternalId } from '../../dml/find-by-external-id.ts';
import { updateRecord } from '../../dml/update-record.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { objectOf, param } from '../sobjects/sobject-request.ts';
import { readCollection } from './collection-request.ts';
import { runCollection, type Saved } from './run-collection.ts';

export const upsertCollection = defineOperation({
  name: 'sObject Collections: upsert records',
  method: 'PATCH',
  path: '/services/data/:version/composite/sobjects/:object/:field',
  since: 42,
  evidence: ['documented', 'client', 'unverified'],
  source:
    'REST API guide, Upsert Records Using sObject Collections; jsforce. Not verified: that a failure prints ' +
    '`created: false`, and the text of an external id that several records have, which is known from the SOAP API',
  composable: true,
  handle(context) {
    const { org, request, schema } = context;
    const caller = callerOf(context);
    const object = objectOf(context);
    const given = param(request, 'field');
    if (given.toLowerCase() === 'id') throw new NotEmulatedError('an upsert of a collection by Id');
    const field = externalIdField(caller, object, given).name;
    const { allOrNone, records } = readCollection(request.body, { keys: [field.toLowerCase()] });
    const keys = records.map(({ body }) => keyOf(body, field));
    const steps = records.map(({ type, body }, index) => ({
      upserts: true,
      run: (): Saved => {
        if (schema.object(type) !== object) throw new NotEmulatedError(`a ${type} in an upsert of ${object.name}`);
        const key = keys[index];
        if (key === undefined) throw externalIdMissing(field);
        if (keys.filter((other) => other?.toLowerCase() === key.toLowerCase()).length > 1) throw keyTwice(field, key);
        const match = findByExternalId(caller, object, field, key);
        if (match.records.length > 1) throw severalRecordsMatch(field, match.records);
        const [record] = match.records;
        const values = withoutKey(body, field);
        if (!record) {
          return { id: createRecord(caller, object, values, { [match.field.name]: match.value }), created: true };
        }
        const id = String(record['Id']);
        updateRecord(caller, object, id, values);
        return { id, created: false };
      },
    }));
    return { status: 200, body: runCollection(org, steps, allOrNone) };
  },
});

/** The external id as text; undefined without one. */
function keyOf(body: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const key = Object.entries(body).find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1];
  if (key === undefined || key === null || key === '') return undefined;
  if (typeof key === 'string' || typeof key === 'number' || typeof key === 'boolean') return String(key);
  throw new NotEmulatedError(`an external id ${field} that is no plain value`);
}

function withoutKey(body: Readonly<Record<string, unknown>>, field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name.toLowerCase() !== field.toLowerCase()));
}

/** None of the records with that key is written. Source: salesforce.stackexchange.com 104048 and 296121. */
function keyTwice(field: string, value: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'DUPLICATE_VALUE',
    message: `Duplicate external id specified: ${value}`,
    fields: [field],
  });
}
