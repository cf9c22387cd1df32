import { NotEmulatedError } from '../../../http/not-emulated-error.ts';
import { deployStore } from '../../../metadata/deploy/deploy-store.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { asyncId } from './async-id.ts';

/** A deployment here is always over before it can be cancelled; what Salesforce answers then is not known. */
export const cancelDeploy: SoapCall = {
  name: 'cancelDeploy',
  evidence: ['documented', 'unverified'],
  source: 'Metadata API guide, cancelDeploy(). The faults for ids are not verified',
  handle({ org, call }) {
    asyncId(call, 'id', (id) => deployStore(org).find(id));
    throw new NotEmulatedError('cancelling a deployment that is over');
  },
};
