import { updateRecord } from '../../dml/update-record.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { parseRecordId } from '../../org/record-id.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { collectionObject } from './collection-object.ts';
import { readCollection } from './collection-request.ts';
import { runCollection } from './run-collection.ts';

const MAX_REPEATED = 12;

export const updateCollection = defineOperation({
  name: 'sObject Collections: update records',
  method: 'PATCH',
  path: '/services/data/:version/composite/sobjects',
  since: 42,
  evidence: ['recorded', 'documented'],
  source: 'REST API guide, sObject Collections; failures captured by amp-labs/connectors',
  composable: true,
  handle(context) {
    const caller = callerOf(context);
    const { allOrNone, records } = readCollection(context.request.body, { keys: ['id'] });
    const seen = new Set<string>();
    let repeated = 0;
    const steps = records.map(({ type, body }) => {
      const { id, Id = id, ...values } = body;
      const idText = typeof Id === 'string' ? Id : undefined;
      return {
        ...(idText !== undefined && { id: parseRecordId(idText) ?? idText }),
        run: () => {
          if (idText === undefined) throw idMissing();
          const key = idText.slice(0, 15);
          if (seen.has(key)) repeated += 1;
          seen.add(key);
          if (repeated > MAX_REPEATED) throw tooManyRepeated(idText);
          updateRecord(caller, collectionObject(context, type), idText, values);
          return { id: parseRecordId(idText) ?? idText };
        },
      };
    });
    return { status: 200, body: runCollection(context.org, steps, allOrNone) };
  },
});

/** Source: Salesforce help 000386990, for the text and how it is counted; the code is not verified. */
function tooManyRepeated(id: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'LIMIT_EXCEEDED',
    message: `Maximum number of duplicate updates in one batch (${MAX_REPEATED} allowed). Attempt to update Id more than once in this Api call: ${id}`,
    fields: [],
  });
}

/** Source: captured by amp-labs/connectors. */
function idMissing(): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'MISSING_ARGUMENT',
    message: 'Id not specified in an update call',
    fields: [],
  });
}
