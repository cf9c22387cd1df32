import { bulkJobs } from '../../bulk/bulk-jobs.ts';
import { ingestResults, type ResultKind } from '../../bulk/job-results.ts';
import { defineOperation } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { csvResponse, jobOf } from './job-request.ts';

function results(kind: ResultKind, resource: string): Operation {
  return defineOperation({
    name: `Bulk API 2.0: ${kind} records of an ingest job`,
    method: 'GET',
    path: `/services/data/:version/jobs/ingest/:job/${resource}`,
    since: 41,
    evidence: ['documented', 'practitioner'],
    source:
      "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Get Job Record Results; results captured by amp-labs/connectors",
    handle: (context) => csvResponse(ingestResults(bulkJobs(context.org), jobOf(context, 'ingest'), kind)),
  });
}

export const successfulResults = results('successful', 'successfulResults');
export const failedResults = results('failed', 'failedResults');
export const unprocessedRecords = results('unprocessed', 'unprocessedrecords');
/** As simple-salesforce writes it. */
export const unprocessedRecordsInCamelCase = results('unprocessed', 'unprocessedRecords');
