import { createRecord } from '../../dml/create-record.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { collectionObject } from './collection-object.ts';
import { readCollection } from './collection-request.ts';
import { runCollection } from './run-collection.ts';

export const createCollection = defineOperation({
  name: 'sObject Collections: create records',
  method: 'POST',
  path: '/services/data/:version/composite/sobjects',
  since: 42,
  evidence: ['recorded', 'documented'],
  source: 'recorded by Nango integration templates (2026-05); captured by amp-labs/connectors; REST API guide',
  composable: true,
  handle(context) {
    const caller = callerOf(context);
    const { allOrNone, records } = readCollection(context.request.body);
    const steps = records.map(({ type, body }) => ({
      run: () => ({ id: createRecord(caller, collectionObject(context, type), body) }),
    }));
    return { status: 200, body: runCollection(context.org, steps, allOrNone) };
  },
});
