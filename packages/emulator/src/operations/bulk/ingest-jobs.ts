import { bulkJobs } from '../../bulk/bulk-jobs.ts';
import { createdJobInfo } from '../../bulk/job-info.ts';
import { readIngestSettings } from '../../bulk/job-settings.ts';
import { MultipartBody } from '../../http/multipart-body.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { parseJson } from '../../http/read-body.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { listJobs } from './job-request.ts';

/** Opens a job; with the data in a second part of the body, it is processed at once. */
export const createIngestJob = defineOperation({
  name: 'Bulk API 2.0: create an ingest job',
  method: 'POST',
  path: '/services/data/:version/jobs/ingest',
  since: 41,
  takes: 'json-or-multipart',
  evidence: ['documented', 'practitioner', 'unverified'],
  source:
    "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Create a Job, Bulk Insert with a Multipart Request; airbyte's connector for objects that Bulk API does not have; the sf CLI for the permission that hardDelete needs; codes of refused external ids are not verified",
  handle(context) {
    const { org, request } = context;
    const { body } = request;
    const isMultipart = body instanceof MultipartBody;
    const settings = readIngestSettings(context, isMultipart ? parseJson(partText(body, 'job')) : body);
    const jobs = bulkJobs(org);
    const id = org.recordIds.allocate('750');
    const { userId: createdById } = callerOf(context);
    const state = isMultipart ? 'UploadComplete' : 'Open';
    const job = org.transaction(() => {
      const created = jobs.create({ id, kind: 'ingest', createdById, settings, state }, org.clock());
      if (isMultipart) jobs.upload(id, partText(body, 'content'));
      return created;
    });
    return { status: 200, body: createdJobInfo(job) };
  },
});

export const listIngestJobs = defineOperation({
  name: 'Bulk API 2.0: list ingest jobs',
  method: 'GET',
  path: '/services/data/:version/jobs/ingest',
  since: 41,
  evidence: ['documented'],
  source: "Bulk API 2.0 and Bulk API Developer Guide (Spring '26): Get Information About All Ingest Jobs",
  handle: (context) => listJobs(context, 'ingest'),
});

function partText(body: MultipartBody, name: string): string {
  const part = body.part(name);
  if (!part) throw new NotEmulatedError(`a multipart job without its part ${name}`);
  return Buffer.from(part.bytes).toString('utf8');
}
