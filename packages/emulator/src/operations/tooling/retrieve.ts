import { resourceNotFound } from '../../http/resource-not-found.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { toApiRecord } from '../../records/to-api-record.ts';
import { toToolingRecord } from '../../tooling/tooling-record.ts';
import { defineOperation } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';
import { toolingObjectOf } from './tooling-request.ts';

export const toolingRetrieve = defineOperation({
  name: 'Tooling API: retrieve a record',
  method: 'GET',
  path: '/services/data/:version/tooling/sobjects/:object/:id',
  evidence: ['documented', 'client'],
  source: 'Tooling API guide, REST Resources; the requests of @salesforce/packaging',
  handle(context) {
    const object = toolingObjectOf(context);
    const id = parseRecordId(param(context.request, 'id'));
    const row = id === undefined ? undefined : context.org.records.find(object.name, id);
    if (!row || row['IsDeleted'] === 1) throw resourceNotFound();
    return {
      status: 200,
      body: toToolingRecord(toApiRecord(object, row, { apiVersion: apiVersionOf(context.request) })),
    };
  },
});
