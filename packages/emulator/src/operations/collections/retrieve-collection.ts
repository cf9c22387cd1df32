import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { defineOperation } from '../operation.ts';
import { namesIn } from '../sobjects/read-fields.ts';
import { retrieveRecords } from './retrieve-records.ts';

export const retrieveCollection = defineOperation({
  name: 'sObject Collections: retrieve records',
  method: 'GET',
  path: '/services/data/:version/composite/sobjects/:object',
  since: 42,
  evidence: ['documented'],
  source: 'REST API guide, Get Records Using sObject Collections: null in the place of what cannot be read',
  composable: true,
  handle(context) {
    const { query } = context.request;
    const ids = namesIn(query.get('ids'));
    const fields = namesIn(query.get('fields'));
    if (ids.length === 0 || fields.length === 0) throw new NotEmulatedError('a request without ids and fields');
    return { status: 200, body: retrieveRecords(context, { ids, fields }) };
  },
});
