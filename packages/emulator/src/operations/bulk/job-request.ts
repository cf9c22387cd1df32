import { z } from 'zod';
import { bulkJobs } from '../../bulk/bulk-jobs.ts';
import { bulkError } from '../../bulk/bulk-errors.ts';
import type { BulkJob, JobState } from '../../bulk/bulk-job.ts';
import { changedJobInfo, jobTypeOf, listedJobInfo } from '../../bulk/job-info.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { parseRecordId } from '../../org/record-id.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';

const PAGE = 1000;

const stateSchema = z.strictObject({ state: z.enum(['UploadComplete', 'Aborted']) });

const ENDED: ReadonlySet<JobState> = new Set(['JobComplete', 'Failed', 'Aborted']);

/** The job that the path names, with its id in either length. @throws SalesforceApiError 404 */
export function jobOf({ org, request }: OperationContext, kind: BulkJob['kind']): BulkJob {
  const id = parseRecordId(param(request, 'job'));
  const job = id === undefined ? undefined : bulkJobs(org).find(id);
  if (job?.kind !== kind) throw resourceNotFound();
  return job;
}

/** `PATCH {"state"}`. Source: the guide, Upload Complete and Abort a Job; the closing of a job that is over in salesforcer. */
export function changeState(context: OperationContext, job: BulkJob): OperationResponse {
  const { org, request, access } = context;
  const parsed = stateSchema.safeParse(request.body);
  if (!parsed.success) throw new NotEmulatedError(`a change of a job to ${JSON.stringify(request.body)}`);
  const { state } = parsed.data;
  const jobs = bulkJobs(org);
  if (state === 'UploadComplete') {
    if (job.state !== 'Open') throw bulkError('INVALIDJOBSTATE', 'Closing already Completed Job not allowed');
    if (jobs.uploaded(job.id) === undefined) throw new NotEmulatedError('closing a job that has no data');
  } else {
    if (ENDED.has(job.state)) throw bulkError('INVALIDJOBSTATE', 'Aborting already Completed Job not allowed');
    if (context.session?.userId !== job.createdById && !access?.has('ManageDataIntegrations')) {
      throw new NotEmulatedError('aborting a job of another user');
    }
  }
  jobs.change(job.id, { state }, org.clock());
  return { status: 200, body: changedJobInfo({ ...job, state, modifiedAt: org.clock() }) };
}

/** Source: the guide, Delete a Query Job, for the text. */
export function deleteJob({ org }: OperationContext, job: BulkJob): OperationResponse {
  const isDeletable = ENDED.has(job.state) || (job.kind === 'ingest' && job.state === 'UploadComplete');
  if (!isDeletable) {
    throw bulkError('API_ERROR', 'Error encountered when deleting the job because the job is not terminated');
  }
  org.transaction(() => bulkJobs(org).remove(job.id));
  return { status: 204 };
}

/** A page of the jobs of a kind; those of the first Bulk API are not here. Source: the guide, Get Information About All Jobs. */
export function listJobs({ org, request }: OperationContext, kind: BulkJob['kind']): OperationResponse {
  const { query } = request;
  const type = query.get('jobType');
  const isChunked = query.get('isPkChunkingEnabled') === 'true';
  const all = bulkJobs(org)
    .list(kind)
    .filter((job) => !isChunked && (type === null || type === jobTypeOf(job)));
  const offset = Number(/^01g\w{12,15}-(\d+)$/.exec(query.get('queryLocator') ?? '')?.[1] ?? 0);
  const next = offset + PAGE;
  const done = next >= all.length;
  const path = `/services/data/v${apiVersionOf(request)}/jobs/${kind}`;
  return {
    status: 200,
    body: {
      done,
      records: all.slice(offset, next).map(listedJobInfo),
      nextRecordsUrl: done ? null : `${path}?queryLocator=01g${org.id.slice(3)}-${next}`,
    },
  };
}

export function csvResponse(body: string, headers: Readonly<Record<string, string>> = {}): OperationResponse {
  return { status: 200, headers: { 'Content-Type': 'text/csv', ...headers }, body };
}
