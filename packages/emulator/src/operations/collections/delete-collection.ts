import { deleteRecord } from '../../dml/delete-record.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { checkLength } from './collection-request.ts';
import { runCollection } from './run-collection.ts';

export const deleteCollection = defineOperation({
  name: 'sObject Collections: delete records',
  method: 'DELETE',
  path: '/services/data/:version/composite/sobjects',
  since: 42,
  evidence: ['documented', 'client', 'unverified'],
  source:
    'REST API guide, Delete Records Using sObject Collections (`ids`, `allOrNone`; its example of a malformed id, whose ' +
    'result has no id); jsforce. Not verified: that an id which was deleted already answers ENTITY_IS_DELETED',
  composable: true,
  handle(context) {
    const { org, request, schema } = context;
    const caller = callerOf(context);
    const ids = request.query.get('ids')?.split(',') ?? [];
    checkLength(ids.length);
    const steps = ids.map((text) => {
      const id = parseRecordId(text.trim());
      return {
        ...(id !== undefined && { id }),
        run: () => {
          if (id === undefined) throw malformedId(text);
          const object = schema.objectOfPrefix(id.slice(0, 3));
          if (!object) throw new NotEmulatedError(`the id ${id} of an object that is not there`);
          deleteRecord(caller, object, id);
          return { id };
        },
      };
    });
    return { status: 200, body: runCollection(org, steps, request.query.get('allOrNone') === 'true') };
  },
});

/** Source: the example of the same page. */
function malformedId(id: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode: 'MALFORMED_ID', message: `malformed id ${id}`, fields: [] });
}
