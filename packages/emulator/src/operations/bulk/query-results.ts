import { bulkJobs } from '../../bulk/bulk-jobs.ts';
import type { BulkJob } from '../../bulk/bulk-job.ts';
import { joinLines } from '../../bulk/csv.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { defineOperation } from '../operation.ts';
import type { OperationContext } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';
import { csvResponse, jobOf } from './job-request.ts';

/** Rows of a set where the client names no number. What Salesforce takes "based on the service" is not known. */
const DEFAULT_ROWS = 50_000;
const URLS = 5;

/** A set of results. The locator is the number of its first row in base 64, as in the guide's examples. */
export const getQueryResults = defineOperation({
  name: 'Bulk API 2.0: results of a query job',
  method: 'GET',
  path: '/services/data/:version/jobs/query/:job/results',
  since: 47,
  evidence: ['documented', 'client'],
  source: "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Get Results for a Query Job; jsforce",
  handle(context) {
    const { org, request } = context;
    const job = completedJob(context);
    const offset = offsetOf(request.query.get('locator'));
    const asked = request.query.get('maxRecords');
    const limit = asked === null ? DEFAULT_ROWS : Number(asked);
    if (!Number.isInteger(limit) || limit < 1) throw new NotEmulatedError(`maxRecords=${asked}`);
    const { header, lines } = bulkJobs(org).lines(job.id, offset, limit);
    const next = offset + lines.length;
    return csvResponse(joinLines([header, ...lines], job), {
      'Sforce-Locator': next < job.recordsProcessed ? locatorOf(next) : 'null',
      'Sforce-NumberOfRecords': String(lines.length),
    });
  },
});

/** Up to five addresses of sets of results, to be fetched side by side. */
export const getQueryResultPages = defineOperation({
  name: 'Bulk API 2.0: parallel results of a query job',
  method: 'GET',
  path: '/services/data/:version/jobs/query/:job/resultPages',
  since: 47,
  evidence: ['documented', 'unverified'],
  source:
    "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Get Parallel Results for a Query Job; how many rows a set has is not known",
  handle(context) {
    const { request } = context;
    const job = completedJob(context);
    const first = offsetOf(request.query.get('locator'));
    const starts = Array.from({ length: URLS }, (_, index) => first + index * DEFAULT_ROWS).filter(
      (start) => start === 0 || start < job.recordsProcessed,
    );
    const next = first + URLS * DEFAULT_ROWS;
    const path = `/services/data/v${job.apiVersion}/jobs/query/${job.id}`;
    const done = next >= job.recordsProcessed;
    return {
      status: 200,
      body: {
        resultPages: starts.map((start) => ({ resultUrl: `${path}/results?locator=${locatorOf(start)}` })),
        nextRecordsUrl: done ? null : `${path}/resultPages?locator=${locatorOf(next)}`,
        done,
      },
    };
  },
});

/** The bodies of both refusals are not known. */
function completedJob(context: OperationContext): BulkJob {
  const job = jobOf(context, 'query');
  if (apiVersionOf(context.request) !== job.apiVersion) {
    throw new NotEmulatedError('the results of a query job by another API version (409 in Salesforce)');
  }
  if (job.state !== 'JobComplete') throw new NotEmulatedError(`the results of a query job in state ${job.state}`);
  return job;
}

function locatorOf(row: number): string {
  return Buffer.from(String(row)).toString('base64url');
}

function offsetOf(locator: string | null): number {
  if (locator === null) return 0;
  const text = Buffer.from(locator, 'base64url').toString();
  if (!/^\d+$/.test(text)) throw new NotEmulatedError('a locator that is none');
  return Number(text);
}
