import { bulkError } from '../../bulk/bulk-errors.ts';
import { bulkJobs } from '../../bulk/bulk-jobs.ts';
import { defineOperation } from '../operation.ts';
import { jobOf } from './job-request.ts';

/** Takes the data of a job, once. */
export const uploadJobData = defineOperation({
  name: 'Bulk API 2.0: upload job data',
  method: 'PUT',
  path: '/services/data/:version/jobs/ingest/:job/batches',
  since: 41,
  takes: 'csv',
  evidence: ['documented', 'practitioner', 'unverified'],
  source:
    "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Upload Job Data; a second upload is refused in public reports, with a code that is not verified, as is the whole refusal for a job that is not open",
  handle(context) {
    const { org, request } = context;
    const job = jobOf(context, 'ingest');
    const jobs = bulkJobs(org);
    if (job.state !== 'Open') {
      throw bulkError('INVALIDJOBSTATE', `InvalidJobState : The job ${job.id} is not open for data`);
    }
    if (jobs.uploaded(job.id) !== undefined) {
      throw bulkError(
        'CLIENTINPUTERROR',
        `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
      );
    }
    jobs.upload(job.id, typeof request.body === 'string' ? request.body : '');
    return { status: 201 };
  },
});
