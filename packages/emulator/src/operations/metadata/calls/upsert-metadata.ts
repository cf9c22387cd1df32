import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { toElements } from '../../../metadata/soap/soap-envelope.ts';
import { isThere, recordsOf, saveRecord, saveResult } from './metadata-records.ts';

/** Each component by itself. Source: Metadata API guide, upsertMetadata(), UpsertResult. */
export const upsertMetadata: SoapCall = {
  name: 'upsertMetadata',
  handle: (context) =>
    recordsOf(context).flatMap((record) => {
      const known = isThere(context, record);
      const error = saveRecord(context, record);
      return toElements('result', { created: !known && error === undefined, ...saveResult(record.fullName, error) });
    }),
};
