import { z } from 'zod';
import { refuseWithoutMetadata } from '../../access/metadata-access.ts';
import { jsonParserError } from '../../dml/json-parser-error.ts';
import { MultipartBody } from '../../http/multipart-body.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { parseJson } from '../../http/read-body.ts';
import { deployOptionsSchema } from '../../metadata/deploy/deploy-options.ts';
import { deployJobs } from '../../metadata/deploy/deploy-jobs.ts';
import { quickDeploy } from '../../metadata/deploy/quick-deploy.ts';
import { accessOf, callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { deployAnswer } from './deploy-answer.ts';
import { parseDeployBody } from './parse-deploy-body.ts';

const SOURCE =
  'Metadata API guide, Deploying and Retrieving Metadata with the REST API; the requests of jsforce. The answer of a POST ' +
  'is printed there in parts only';

const quickSchema = z.strictObject({ validatedDeployRequestId: z.string() });
const contentSchema = z.strictObject({ deployOptions: z.record(z.string(), z.unknown()).default({}) });

/** An archive with its options as a form, or the id of a validation as JSON. */
export const createDeployRequest = defineOperation({
  name: 'Metadata API, REST: deploy',
  method: 'POST',
  path: '/services/data/:version/metadata/deployRequest',
  takes: 'json-or-multipart',
  evidence: ['documented', 'client', 'unverified'],
  source: SOURCE,
  handle(context) {
    refuseWithoutMetadata(accessOf(context));
    const { userId } = callerOf(context);
    const { org, request } = context;
    if (!(request.body instanceof MultipartBody)) {
      const { validatedDeployRequestId } = parseDeployBody(quickSchema, request.body);
      const quick = quickDeploy(org, validatedDeployRequestId, userId);
      if (quick === undefined) throw new NotEmulatedError('a quick deployment of what is no recent validation');
      return deployAnswer(context, { id: quick, status: 201, validatedDeployRequestId });
    }
    const json = request.body.part('entity_content') ?? request.body.part('json');
    const file = request.body.part('file');
    if (!json || !file) throw jsonParserError('Multipart message must include a non-binary part and a binary part');
    const { deployOptions } = parseDeployBody(contentSchema, parseJson(Buffer.from(json.bytes).toString('utf8')));
    const options = parseDeployBody(deployOptionsSchema, deployOptions);
    const id = deployJobs(org).add({ zip: file.bytes, options, userId });
    return deployAnswer(context, { id, status: 201 });
  },
});

/** `?includeDetails=true` adds what became of each component. */
export const readDeployRequest = defineOperation({
  name: 'Metadata API, REST: check a deployment',
  method: 'GET',
  path: '/services/data/:version/metadata/deployRequest/:id',
  evidence: ['documented', 'client'],
  source: SOURCE,
  handle(context) {
    refuseWithoutMetadata(accessOf(context));
    const { params, query } = context.request;
    const includeDetails = query.get('includeDetails') === 'true';
    return deployAnswer(context, { id: params['id'] ?? '', status: 200, includeDetails });
  },
});
