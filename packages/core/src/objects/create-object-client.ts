import { enrichRecord } from '../enrich/enrich-record.ts';
import type { Enrichment } from '../enrich/enrichment.ts';
import { planEnrichment } from '../enrich/plan-enrichment.ts';
import { planProblem } from '../plan/plan-problem.ts';
import { checkFieldName, checkObjectName, checkRecordId } from '../plan/check-names.ts';
import { parseRecordId } from '../record-id.ts';
import { emptySchema, recordSchema, savedSchema } from '../transport/answer-schemas.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { ExternalId, ObjectClient, RetrieveOptions, SObjectRecord } from './object-client.ts';

/** Records of one object by its API name. Source: REST API guide, sObject Rows; sObject Rows by External ID. */
export function createObjectClient<Create extends object, Update extends object = Partial<Create>>(
  transport: OrgTransport,
  object: string,
): ObjectClient<Create, Update> {
  checkObjectName(object, 'object');
  const base = `/sobjects/${object}`;

  return {
    async retrieve(id: string, { fields, signal }: RetrieveOptions = {}): Promise<SObjectRecord> {
      const recordId = checkRecordId(id, 'id');
      for (const field of fields ?? []) checkReadName(field);
      const query = fields === undefined ? '' : `?fields=${['Id', ...fields].join(',')}`;
      return transport.send({
        method: 'GET',
        path: `${base}/${recordId}${query}`,
        answer: recordSchema,
        attempt: { verb: 'retrieve', object, recordId },
        signal,
      });
    },

    async create(fields: Create, { signal }: RequestOptions = {}) {
      const { id } = await transport.send({
        method: 'POST',
        path: base,
        body: checkFields(fields),
        answer: savedSchema,
        attempt: { verb: 'create', object },
        signal,
      });
      return { id };
    },

    async update(id: string, fields: Update, { signal }: RequestOptions = {}) {
      const recordId = checkRecordId(id, 'id');
      await transport.send({
        method: 'PATCH',
        path: `${base}/${recordId}`,
        body: checkFields(fields),
        answer: emptySchema,
        attempt: { verb: 'update', object, recordId, namesOthers: Object.values(fields).some(isRecordId) },
        signal,
      });
      return { id: recordId };
    },

    async upsert({ field, value }: ExternalId, fields: Update, { signal }: RequestOptions = {}) {
      checkFieldName(field, field);
      const { id, created } = await transport.send({
        method: 'PATCH',
        path: `${base}/${field}/${externalIdSegment(value, field)}`,
        body: withoutField(checkFields(fields), field),
        answer: savedSchema,
        attempt: { verb: 'upsert', object },
        signal,
      });
      return { id, created: created === true };
    },

    async enrich(id: string, enrichment: Enrichment, options?: RequestOptions) {
      return enrichRecord(transport, planEnrichment(object, id, enrichment), options);
    },

    async delete(id: string, { signal }: RequestOptions = {}) {
      const recordId = checkRecordId(id, 'id');
      await transport.send({
        method: 'DELETE',
        path: `${base}/${recordId}`,
        answer: emptySchema,
        attempt: { verb: 'delete', object, recordId },
        signal,
      });
    },
  };
}

function isRecordId(value: unknown): boolean {
  return typeof value === 'string' && parseRecordId(value) !== undefined;
}

function checkFields(fields: object): Readonly<Record<string, unknown>> {
  for (const field of Object.keys(fields)) checkFieldName(field, field);
  return { ...fields };
}

function checkReadName(field: string): void {
  if (field !== 'Id') checkFieldName(field, field);
}

/** The External Id stands in the URL; Salesforce refuses it in the body. */
function withoutField(fields: Readonly<Record<string, unknown>>, field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.toLowerCase() !== field.toLowerCase()));
}

function externalIdSegment(value: string | number, field: string): string {
  const text = String(value);
  // As the last part of a path the two dots would mean another resource, however they are encoded.
  if (text === '' || text === '.' || text === '..') {
    throw planProblem('invalidMatch', {
      path: field,
      what: `"${text}" cannot be used to upsert by`,
      remedy: 'Find the record by a query, and update it by its id.',
      field,
    });
  }
  return encodeURIComponent(text);
}
