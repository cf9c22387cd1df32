import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { isThere, nameTaken, recordsOf, saveRecord, saveResult } from './metadata-records.ts';

/** Each component by itself. */
export const createMetadata: SoapCall = {
  name: 'createMetadata',
  evidence: ['documented', 'client', 'practitioner', 'unverified'],
  source:
    'Metadata API guide, createMetadata(), SaveResult; errors in public issue threads. DUPLICATE_DEVELOPER_NAME is known for fields only',
  handle: (context) =>
    recordsOf(context).flatMap((record) => {
      const error = isThere(context, record) ? nameTaken(record) : saveRecord(context, record);
      return toElements('result', saveResult(record.fullName, error));
    }),
};
