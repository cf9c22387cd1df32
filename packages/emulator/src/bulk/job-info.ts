import type { BulkJob } from './bulk-job.ts';

type Json = Record<string, unknown>;

/** Not in TypeScript's library yet; in Node since 22. */
const { rawJSON } = JSON as JSON & { rawJSON(this: void, text: string): unknown };

/** Milliseconds of which triggers took none: there is no Apex here. */
const NO_APEX = 0;

/** What every answer about a job begins with. Source of all orders: the guide's examples. */
function head(job: BulkJob): Json {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: timestamp(job.createdAt),
    systemModstamp: timestamp(job.modifiedAt),
    state: job.state,
    ...(job.externalIdFieldName !== undefined && { externalIdFieldName: job.externalIdFieldName }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    // A number with its decimal, as `66.0`.
    apiVersion: rawJSON(job.apiVersion),
  };
}

function format({ lineEnding, columnDelimiter }: BulkJob): Json {
  return { lineEnding, columnDelimiter };
}

function contentUrl({ id, apiVersion, state }: BulkJob): Json {
  return state === 'Open' ? { contentUrl: `services/data/v${apiVersion}/jobs/ingest/${id}/batches` } : {};
}

/** The answer to its creation. */
export function createdJobInfo(job: BulkJob): Json {
  return { ...head(job), ...(job.kind === 'ingest' && contentUrl(job)), ...format(job) };
}

/** The answer to a change of its state. */
export function changedJobInfo(job: BulkJob): Json {
  return head(job);
}

/** As lists have it. */
export function listedJobInfo(job: BulkJob): Json {
  return { ...head(job), jobType: jobTypeOf(job), ...contentUrl(job), ...format(job) };
}

/** The answer to a question about it. Where `errorMessage` stands is not verified. */
export function fullJobInfo(job: BulkJob): Json {
  const failure = job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage };
  const { recordsProcessed: numberRecordsProcessed, recordsFailed: numberRecordsFailed } = job;
  const times = { retries: 0, totalProcessingTime: job.processingTime };
  if (job.kind === 'query') {
    const isPkChunkingSupported = true;
    return { ...listedJobInfo(job), ...failure, numberRecordsProcessed, ...times, isPkChunkingSupported };
  }
  return {
    ...listedJobInfo(job),
    ...failure,
    ...(job.state !== 'Open' && { numberRecordsProcessed, numberRecordsFailed }),
    ...times,
    apiActiveProcessingTime: job.processingTime,
    apexProcessingTime: NO_APEX,
  };
}

export function jobTypeOf({ kind }: Pick<BulkJob, 'kind'>): 'V2Ingest' | 'V2Query' {
  return kind === 'query' ? 'V2Query' : 'V2Ingest';
}

function timestamp(at: Date): string {
  return at.toISOString().replace(/Z$/, '+0000');
}
