import { deployStore } from '../../../metadata/deploy/deploy-store.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { textOf } from '../../../metadata/xml/xml-element.ts';
import { asyncId } from './async-id.ts';

/** Source: Metadata API guide, checkDeployStatus(), DeployResult. */
export const checkDeployStatus: SoapCall = {
  name: 'checkDeployStatus',
  handle({ org, call }) {
    const { result } = asyncId(call, 'asyncProcessId', (id) => deployStore(org).find(id));
    const { details: _, ...summary } = result;
    return toElements('result', textOf(call, 'includeDetails') === 'true' ? result : summary);
  },
};
