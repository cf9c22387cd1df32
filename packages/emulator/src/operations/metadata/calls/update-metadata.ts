import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { isThere, notThere, recordsOf, saveRecord, saveResult } from './metadata-records.ts';

/** Each component by itself. */
export const updateMetadata: SoapCall = {
  name: 'updateMetadata',
  evidence: ['documented', 'client', 'practitioner', 'unverified'],
  source:
    'Metadata API guide, updateMetadata(), SaveResult; errors in public issue threads. The code of a component that is refused is not verified',
  handle: (context) =>
    recordsOf(context).flatMap((record) => {
      const error = isThere(context, record) ? saveRecord(context, record) : notThere(record);
      return toElements('result', saveResult(record.fullName, error));
    }),
};
