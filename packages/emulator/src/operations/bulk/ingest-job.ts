import { fullJobInfo } from '../../bulk/job-info.ts';
import { defineOperation } from '../operation.ts';
import { changeState, deleteJob, jobOf } from './job-request.ts';

const path = '/services/data/:version/jobs/ingest/:job';

export const getIngestJob = defineOperation({
  name: 'Bulk API 2.0: get an ingest job',
  method: 'GET',
  path,
  since: 41,
  evidence: ['documented', 'practitioner'],
  source:
    "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Get Information About an Ingest Job; a job captured by amp-labs/connectors",
  handle: (context) => ({ status: 200, body: fullJobInfo(jobOf(context, 'ingest')) }),
});

export const changeIngestJob = defineOperation({
  name: 'Bulk API 2.0: complete the upload, or abort',
  method: 'PATCH',
  path,
  since: 41,
  evidence: ['documented', 'practitioner'],
  source:
    "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Upload Complete, Abort a Job; refusals as salesforcer and public logs have them",
  handle: (context) => changeState(context, jobOf(context, 'ingest')),
});

export const deleteIngestJob = defineOperation({
  name: 'Bulk API 2.0: delete an ingest job',
  method: 'DELETE',
  path,
  since: 41,
  evidence: ['documented', 'unverified'],
  source:
    "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Delete a Job; the refusal is that of query jobs, for ingest jobs not verified",
  handle: (context) => deleteJob(context, jobOf(context, 'ingest')),
});
