import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { resourceNotFound } from '../../http/resource-not-found.ts';
import { deployStore } from '../../metadata/deploy/deploy-store.ts';
import { defineOperation } from '../operation.ts';
import { param } from '../sobjects/sobject-request.ts';

/** A deployment here is always over before it can be cancelled; what Salesforce answers then is not known. */
export const cancelDeployRequest = defineOperation({
  name: 'Metadata API, REST: cancel a deployment',
  method: 'PATCH',
  path: '/services/data/:version/metadata/deployRequest/:id',
  evidence: ['documented'],
  source: 'Metadata API guide, Cancel a Deployment in Progress Using REST',
  handle({ org, request }) {
    if (!deployStore(org).find(param(request, 'id'))) throw resourceNotFound();
    throw new NotEmulatedError('cancelling a deployment that is over');
  },
});
