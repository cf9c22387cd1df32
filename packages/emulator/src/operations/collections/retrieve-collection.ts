import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { toApiRecord } from '../../records/to-api-record.ts';
import { defineOperation } from '../operation.ts';
import { requestedFields } from '../sobjects/read-fields.ts';
import { apiVersionOf, objectOf } from '../sobjects/sobject-request.ts';

export const retrieveCollection = defineOperation({
  name: 'sObject Collections: retrieve records',
  method: 'GET',
  path: '/services/data/:version/composite/sobjects/:object',
  evidence: ['documented', 'unverified'],
  source: 'REST API guide, sObject Collections; that missing records come as null is not verified',
  composable: true,
  handle(context) {
    const { org, request } = context;
    const object = objectOf(context);
    const ids = request.query.get('ids')?.split(',') ?? [];
    if (ids.length === 0 || !request.query.has('fields')) {
      throw new NotEmulatedError('a request without ids and fields');
    }
    const fields = requestedFields(context, object);
    const apiVersion = apiVersionOf(request);
    const body = ids.map((text) => {
      const id = parseRecordId(text.trim());
      const row = id === undefined ? undefined : org.records.find(object.name, id);
      return row && row['IsDeleted'] !== 1 ? toApiRecord(object, row, { fields, apiVersion }) : null;
    });
    return { status: 200, body };
  },
});
