import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { toApiRecord } from '../../records/to-api-record.ts';
import { defineOperation, type OperationContext, type OperationResponse } from '../operation.ts';
import { followRelationships, relationshipNames } from './follow-relationships.ts';
import { requestedFields } from './read-fields.ts';
import { refuseConditions } from './record-conditions.ts';
import { apiVersionOf, objectOf, param } from './sobject-request.ts';

/** More are not put into one answer. */
const PAGE = 2000;

export const retrieveRelated = defineOperation({
  name: 'sObject Relationships and sObject Blob Get: what stands below a record',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/:id(^[a-zA-Z0-9]{15}$|^[a-zA-Z0-9]{18}$)/*',
  evidence: ['documented', 'unverified'],
  source:
    'REST API guide, sObject Relationships and Traverse Relationships with Friendly URLs (one parent; all children as a ' +
    'query result; 404 where there is none); sObject Blob Get (raw bytes; ContentNote is in its list; not allowed in a ' +
    'composite). Not verified: the content type of a blob, and the order of the children, which is that of their ids here',
  composable: true,
  handle(context) {
    refuseConditions(context.request);
    const names = relationshipNames(context);
    const blob = names.length === 1 ? readBlob(context, names[0] ?? '') : undefined;
    if (blob) return blob;
    const related = followRelationships(context, names);
    const { object } = related;
    const fields = requestedFields(context, object);
    const apiVersion = apiVersionOf(context.request);
    if (related.kind === 'parent') {
      return { status: 200, body: toApiRecord(object, related.record, { fields, apiVersion }) };
    }
    const rows = context.org.records.findBy(object, related.field.name, related.of);
    if (rows.length > PAGE) throw new NotEmulatedError(`more than ${PAGE} related records`);
    const records = rows.map((row) => toApiRecord(object, row, { fields, apiVersion }));
    return { status: 200, body: { done: true, totalSize: records.length, records } };
  },
});

/** The bytes of the field of that name; undefined where it is no blob. */
function readBlob(context: OperationContext, name: string): OperationResponse | undefined {
  const { org, request, schema, dispatchedBy } = context;
  const object = objectOf(context);
  const field = schema.field(object.name, name);
  if (field?.type !== 'base64') return undefined;
  if (dispatchedBy !== undefined) throw new NotEmulatedError(`a blob in a ${dispatchedBy}`);
  const id = parseRecordId(param(request, 'id'));
  const row = id === undefined ? undefined : org.records.find(object.name, id);
  const bytes = row?.[field.name];
  if (!row || row['IsDeleted'] === 1 || !(bytes instanceof Uint8Array)) throw resourceNotFound();
  return { status: 200, headers: { 'Content-Type': 'application/octetstream' }, body: bytes };
}
