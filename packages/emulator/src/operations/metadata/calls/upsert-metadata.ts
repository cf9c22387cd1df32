import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { isThere, recordsOf, saveRecord, saveResult } from './metadata-records.ts';

/** Each component by itself. */
export const upsertMetadata: SoapCall = {
  name: 'upsertMetadata',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'Metadata API guide, upsertMetadata(), UpsertResult; jsforce. The code of a component that is refused is not verified',
  handle: (context) =>
    recordsOf(context).flatMap((record) => {
      const known = isThere(context, record);
      const error = saveRecord(context, record);
      return toElements('result', { created: !known && error === undefined, ...saveResult(record.fullName, error) });
    }),
};
