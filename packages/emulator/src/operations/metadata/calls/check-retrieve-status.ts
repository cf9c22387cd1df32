import { retrieveJobs } from '../../../metadata/retrieve/retrieve-jobs.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { textOf } from '../../../metadata/xml/xml-element.ts';
import { asyncId } from './async-id.ts';

export const checkRetrieveStatus: SoapCall = {
  name: 'checkRetrieveStatus',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'Metadata API guide, checkRetrieveStatus(), RetrieveResult; the parser of jsforce. The faults for ids are not verified',
  handle({ org, call }) {
    const result = asyncId(call, 'asyncProcessId', (id) => retrieveJobs(org).find(id));
    const { zipFile, ...rest } = result;
    return toElements('result', textOf(call, 'includeZip') === 'false' ? rest : { ...rest, zipFile });
  },
};
