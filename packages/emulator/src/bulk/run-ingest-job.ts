import { behaviorOf } from '../dml/behaviors.ts';
import type { DmlContext } from '../dml/dml-context.ts';
import type { Org } from '../org/org.ts';
import { JobFailure } from './bulk-errors.ts';
import type { BulkJob } from './bulk-job.ts';
import { dailyBulkUse } from './daily-use.ts';
import { parseCsv } from './csv.ts';
import type { JobStore } from './job-store.ts';
import { readColumns } from './read-columns.ts';
import { saveRow } from './save-row.ts';

/** Records that are written in one transaction, as Salesforce's chunks. Source: Bulk API guide, limits. */
const CHUNK = 200;

/** Records of a job that count as a batch of the daily limit. Source: Bulk API 2.0 guide, limits. */
const BATCH = 10_000;

/**
 * Writes the records of an upload, a chunk in each step, from where the job was left; between the steps other requests are
 * answered. What is written stays, whatever becomes of the rest.
 *
 * @throws JobFailure
 */
export function* runIngestJob(org: Org, jobs: JobStore, job: BulkJob): Generator<void> {
  const access = org.access.of(job.createdById);
  const context: DmlContext = { org, userId: job.createdById, schema: access.schema, behaviorOf };
  const object = access.schema.object(job.object);
  if (!object) throw new JobFailure(`InvalidEntity : Entity '${job.object}' is not supported by the Bulk API.`);
  const { header, rows } = parseCsv(jobs.uploaded(job.id) ?? '', job);
  const columns = readColumns(header, object, access.schema);
  if (job.recordsProcessed === 0) {
    dailyBulkUse(org.database).spend('batch', org.clock(), Math.ceil(rows.length / BATCH));
  }
  const settled = new Set(jobs.results(job.id).map(({ row }) => row));
  const open = rows.map((values, row) => ({ row, values })).filter(({ row }) => !settled.has(row));
  let { recordsProcessed, recordsFailed, processingTime } = job;

  for (let start = 0; start < open.length; start += CHUNK) {
    yield;
    if (jobs.find(job.id)?.state !== 'InProgress') return;
    const began = performance.now();
    org.transaction(() => {
      const chunk = open
        .slice(start, start + CHUNK)
        .map(({ row, values }) => saveRow({ context, job, object, columns }, row, values));
      jobs.addResults(job.id, chunk);
      recordsProcessed += chunk.length;
      recordsFailed += chunk.filter(({ outcome }) => outcome === 'failure').length;
      processingTime += performance.now() - began;
      jobs.change(job.id, { recordsProcessed, recordsFailed, processingTime }, org.clock());
    });
  }
}
