import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { defineOperation } from '../operation.ts';
import { objectOf, param } from './sobject-request.ts';

export const blob = defineOperation({
  name: 'sObject Blob Get',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/:id(^[a-zA-Z0-9]{15}$|^[a-zA-Z0-9]{18}$)/:blobField',
  evidence: ['documented', 'unverified'],
  source:
    'REST API guide, sObject Blob Get (raw bytes; ContentNote is in its list; not allowed in a composite); the ' +
    'content type is not verified',
  handle(context) {
    const { org, request, schema } = context;
    const object = objectOf(context);
    const field = schema.field(object.name, param(request, 'blobField'));
    if (field?.type !== 'base64') throw new NotEmulatedError('not a blob field');
    const id = parseRecordId(param(request, 'id'));
    const row = id === undefined ? undefined : org.records.find(object.name, id);
    const bytes = row?.[field.name];
    if (!row || row['IsDeleted'] === 1 || !(bytes instanceof Uint8Array)) throw resourceNotFound();
    return { status: 200, headers: { 'Content-Type': 'application/octetstream' }, body: bytes };
  },
});
