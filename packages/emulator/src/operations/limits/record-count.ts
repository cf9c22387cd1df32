import { resourceNotFound } from '../../http/resource-not-found.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { defineOperation } from '../operation.ts';
import { namesIn } from '../sobjects/read-fields.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';

const SINCE = 40;

export const recordCount = defineOperation({
  name: 'Record Count',
  method: 'GET',
  path: '/services/data/:version/limits/recordCount',
  evidence: ['documented'],
  source:
    'REST API guide, Record Count: without deleted records, unknown objects left out, all objects without `sObjects`. ' +
    'Salesforce counts from time to time, this emulator at once',
  batchable: true,
  handle({ org, request, schema }) {
    if (Number(apiVersionOf(request)) < SINCE) throw resourceNotFound();
    const names = namesIn(request.query.get('sObjects'));
    const objects =
      names.length === 0
        ? schema.objects()
        : names.map((name) => schema.object(name)).filter((object): object is ObjectDefinition => object !== undefined);
    return {
      status: 200,
      body: { sObjects: objects.map((object) => ({ count: org.records.count(object), name: object.name })) },
    };
  },
});
