import { quickDeploy } from '../../../metadata/deploy/quick-deploy.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { asyncId } from './async-id.ts';

export const deployRecentValidation: SoapCall = {
  name: 'deployRecentValidation',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'Metadata API guide, deployRecentValidation(): the id of the deployment, as text; jsforce. The fault for what is no recent validation is not verified',
  handle: ({ org, userId, call }) =>
    toElements(
      'result',
      asyncId(call, 'validationId', (id) => quickDeploy(org, id, userId)),
    ),
};
