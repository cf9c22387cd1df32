import { deleteRecord } from '../../dml/delete-record.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { findOne } from './one-match.ts';
import { objectOf } from './sobject-request.ts';

export const deleteByExternalId = defineOperation({
  name: 'sObject Rows by External ID: delete a record',
  method: 'DELETE',
  path: '/services/data/:version/sobjects/:object/:field/:value',
  evidence: ['documented'],
  source: 'REST API guide, sObject Rows by External ID',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    const match = findOne(context, object);
    if ('status' in match) return match;
    if (!match.record) throw resourceNotFound();
    deleteRecord(callerOf(context), object, String(match.record['Id']));
    return { status: 204 };
  },
});
