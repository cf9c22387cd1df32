import type { BulkJob } from './bulk-job.ts';
import { JobFailure } from './bulk-errors.ts';
import { joinLines, parseCsv, toCsvRow, toResultHeader } from './csv.ts';
import type { JobStore } from './job-store.ts';

export type ResultKind = 'successful' | 'failed' | 'unprocessed';

/**
 * The rows of an upload that came out this way, with their values as they were uploaded, in their order. Source: the guide,
 * Get Job Successful, Failed and Unprocessed Record Results; `sf__Id` of failures since v53.0.
 */
export function ingestResults(jobs: JobStore, job: BulkJob, kind: ResultKind): string {
  const { header, rows } = uploadOf(jobs, job);
  const results = jobs.results(job.id);
  const valuesOf = (row: number): readonly string[] => rows[row] ?? [];
  if (kind === 'unprocessed') {
    const settled = new Set(results.map(({ row }) => row));
    const isOver = job.state === 'Failed' || job.state === 'Aborted' || job.state === 'JobComplete';
    const left = isOver ? rows.filter((_, row) => !settled.has(row)) : [];
    return joinLines([toResultHeader([], header, job), ...left.map((values) => toCsvRow(values, job))], job);
  }
  if (kind === 'successful') {
    const lines = results
      .filter(({ outcome }) => outcome === 'success')
      .map(({ row, recordId = '', created }) => toCsvRow([recordId, String(created), ...valuesOf(row)], job));
    return joinLines([toResultHeader(['sf__Id', 'sf__Created'], header, job), ...lines], job);
  }
  const hasId = Number(job.apiVersion) >= 53;
  const lines = results
    .filter(({ outcome }) => outcome === 'failure')
    .map(({ row, recordId = '', error = '' }) =>
      toCsvRow([...(hasId ? [recordId] : []), error, ...valuesOf(row)], job),
    );
  return joinLines([toResultHeader(hasId ? ['sf__Id', 'sf__Error'] : ['sf__Error'], header, job), ...lines], job);
}

/** Of a file that could not be read, which failed the job, nothing can be shown. */
function uploadOf(jobs: JobStore, job: BulkJob): ReturnType<typeof parseCsv> {
  try {
    return parseCsv(jobs.uploaded(job.id) ?? '', job);
  } catch (error) {
    if (error instanceof JobFailure) return { header: [], rows: [] };
    throw error;
  }
}
