import { findRetrieval } from '../../../metadata/retrieve/retrieve-archive.ts';
import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { textOf } from '../../../metadata/xml/xml-element.ts';
import { asyncId } from './async-id.ts';

/** Source: Metadata API guide, checkRetrieveStatus(), RetrieveResult. */
export const checkRetrieveStatus: SoapCall = {
  name: 'checkRetrieveStatus',
  handle({ org, call }) {
    const result = asyncId(call, 'asyncProcessId', (id) => findRetrieval(org, id));
    const { zipFile, ...rest } = result;
    return toElements('result', textOf(call, 'includeZip') === 'false' ? rest : { ...rest, zipFile });
  },
};
