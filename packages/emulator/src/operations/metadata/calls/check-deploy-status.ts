import { deployJobs } from '../../../metadata/deploy/deploy-jobs.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { textOf } from '../../../metadata/xml/xml-element.ts';
import { asyncId } from './async-id.ts';

export const checkDeployStatus: SoapCall = {
  name: 'checkDeployStatus',
  evidence: ['documented', 'client', 'practitioner', 'unverified'],
  source:
    'Metadata API guide, checkDeployStatus(), DeployResult; messages in public logs of clients. The faults for ids are not verified',
  handle({ org, call }) {
    const { result } = asyncId(call, 'asyncProcessId', (id) => deployJobs(org).find(id));
    const { details: _, ...summary } = result;
    return toElements('result', textOf(call, 'includeDetails') === 'true' ? result : summary);
  },
};
