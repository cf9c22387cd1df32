import { fullJobInfo } from '../../bulk/job-info.ts';
import { defineOperation } from '../operation.ts';
import { changeState, deleteJob, jobOf } from './job-request.ts';

const path = '/services/data/:version/jobs/query/:job';

export const getQueryJob = defineOperation({
  name: 'Bulk API 2.0: get a query job',
  method: 'GET',
  path,
  since: 47,
  evidence: ['documented'],
  source: "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Get Information About a Query Job",
  handle: (context) => ({ status: 200, body: fullJobInfo(jobOf(context, 'query')) }),
});

export const changeQueryJob = defineOperation({
  name: 'Bulk API 2.0: abort a query job',
  method: 'PATCH',
  path,
  since: 47,
  evidence: ['documented'],
  source: "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Abort a Query Job",
  handle: (context) => changeState(context, jobOf(context, 'query')),
});

export const deleteQueryJob = defineOperation({
  name: 'Bulk API 2.0: delete a query job',
  method: 'DELETE',
  path,
  since: 47,
  evidence: ['documented'],
  source: "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Delete a Query Job",
  handle: (context) => deleteJob(context, jobOf(context, 'query')),
});
