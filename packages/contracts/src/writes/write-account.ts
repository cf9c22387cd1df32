import { z } from 'zod';
import { defineWorkflow } from '../define-workflow.ts';
import { SALESFORCE_WRITES } from '../task-queues.ts';
import { accountFieldsSchema } from './fields.ts';
import { WRITE_FAILURE_CODES } from './write-failures.ts';
import { idOrMatch, recordTarget, writeEnvelope } from './write-input.ts';
import { writeOutputSchema } from './write-output.ts';
import { writeWorkflowId } from './write-workflow-id.ts';

/** Creates, updates or upserts an account, with the records it requires before it and a note linked to it. */
export const writeAccount = defineWorkflow({
  type: 'writeAccount',
  taskQueue: SALESFORCE_WRITES,
  input: z.strictObject({
    ...writeEnvelope,
    record: z
      .strictObject({ ...recordTarget, fields: accountFieldsSchema })
      .refine((record) => record.id === undefined || record.match === undefined, idOrMatch),
  }),
  output: writeOutputSchema,
  workflowId: writeWorkflowId,
  rerun: 'only-if-failed',
  failures: WRITE_FAILURE_CODES,
  recordName: 'account',
});

export type WriteAccountInput = z.input<typeof writeAccount.input>;
