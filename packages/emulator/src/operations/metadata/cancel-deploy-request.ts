import { z } from 'zod';
import { refuseWithoutMetadata } from '../../access/metadata-access.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { deployJobs } from '../../metadata/deploy/deploy-jobs.ts';
import { accessOf, callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { param } from '../sobjects/sobject-request.ts';
import { deployAnswer } from './deploy-answer.ts';
import { parseDeployBody } from './parse-deploy-body.ts';

const bodySchema = z.strictObject({ deployResult: z.strictObject({ status: z.literal('Canceling') }) });

/** Answers `Canceled` for what waited, `Canceling` for what had begun. */
export const cancelDeployRequest = defineOperation({
  name: 'Metadata API, REST: cancel a deployment',
  method: 'PATCH',
  path: '/services/data/:version/metadata/deployRequest/:id',
  evidence: ['documented', 'unverified'],
  source:
    'Metadata API guide, Cancel a Deployment in Progress Using REST. Status 200 is not verified; what a deployment answers ' +
    'that is over is not known here',
  handle(context) {
    refuseWithoutMetadata(accessOf(context));
    const { org, request } = context;
    const id = param(request, 'id');
    const jobs = deployJobs(org);
    const deployment = jobs.find(id);
    if (!deployment) throw resourceNotFound();
    parseDeployBody(bodySchema, request.body);
    if (!jobs.cancel(deployment, callerOf(context).userId)) {
      throw new NotEmulatedError('cancelling a deployment that is over');
    }
    return deployAnswer(context, { id, status: 200, includeDetails: true });
  },
});
