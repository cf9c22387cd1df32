import type { Operation } from '../operation.ts';
import { uploadJobData } from './ingest-data.ts';
import { changeIngestJob, deleteIngestJob, getIngestJob } from './ingest-job.ts';
import { createIngestJob, listIngestJobs } from './ingest-jobs.ts';
import {
  failedResults,
  successfulResults,
  unprocessedRecords,
  unprocessedRecordsInCamelCase,
} from './ingest-results.ts';
import { changeQueryJob, deleteQueryJob, getQueryJob } from './query-job.ts';
import { createQueryJob, listQueryJobs } from './query-jobs.ts';
import { getQueryResultPages, getQueryResults } from './query-results.ts';

/** Bulk API 2.0: jobs that write records from CSV, and jobs that query them into CSV. */
export const bulkOperations: readonly Operation[] = [
  createIngestJob,
  listIngestJobs,
  getIngestJob,
  changeIngestJob,
  deleteIngestJob,
  uploadJobData,
  successfulResults,
  failedResults,
  unprocessedRecords,
  unprocessedRecordsInCamelCase,
  createQueryJob,
  listQueryJobs,
  getQueryJob,
  changeQueryJob,
  deleteQueryJob,
  getQueryResults,
  getQueryResultPages,
];
