import { deployJobs } from '../../../metadata/deploy/deploy-jobs.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { SoapFault } from '../../../metadata/soap/soap-fault.ts';
import { textOf } from '../../../metadata/xml/xml-element.ts';

/** `done` says whether it is cancelled already: what waited is, what had begun is `Canceling`. */
export const cancelDeploy: SoapCall = {
  name: 'cancelDeploy',
  evidence: ['documented', 'client', 'practitioner'],
  source:
    'Metadata API guide, cancelDeploy(), CancelDeployResult, with its faults; the request of jsforce; the fault in public ' +
    'tests of the sf CLI',
  handle({ org, userId, call }) {
    const jobs = deployJobs(org);
    // `String` in the WSDL, `id` as jsforce sends it.
    const deployment = jobs.find(textOf(call, 'String') ?? textOf(call, 'id') ?? '');
    if (!deployment) throw new SoapFault('INVALID_ID_FIELD', 'INVALID_ID_FIELD: Invalid deploy ID');
    const canceled = jobs.cancel(deployment, userId);
    if (!canceled) throw new SoapFault('INVALID_ID_FIELD', 'INVALID_ID_FIELD: Deployment already completed');
    return toElements('result', { done: canceled.done, id: deployment.id });
  },
};
