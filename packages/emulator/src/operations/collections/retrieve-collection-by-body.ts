import { z } from 'zod';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { defineOperation } from '../operation.ts';
import { retrieveRecords } from './retrieve-records.ts';

const MAX_RECORDS = 2000;

const requestSchema = z.strictObject({ ids: z.array(z.string()).min(1), fields: z.array(z.string()).min(1) });

export const retrieveCollectionByBody = defineOperation({
  name: 'sObject Collections: retrieve records with a request body',
  method: 'POST',
  path: '/services/data/:version/composite/sobjects/:object',
  since: 42,
  evidence: ['documented', 'client'],
  source: 'REST API guide, Get Records With a Request Body Using sObject Collections (2,000 records); jsforce',
  composable: true,
  handle(context) {
    const parsed = requestSchema.safeParse(context.request.body);
    if (!parsed.success) throw new NotEmulatedError(`a request of this shape: ${z.prettifyError(parsed.error)}`);
    if (parsed.data.ids.length > MAX_RECORDS) throw new NotEmulatedError(`more than ${MAX_RECORDS} ids`);
    return { status: 200, body: retrieveRecords(context, parsed.data) };
  },
});
