import { z } from 'zod';
import { defineWorkflow } from '../define-workflow.ts';
import { SALESFORCE_WRITES } from '../task-queues.ts';
import { contactRoleSchema } from './contact-role.ts';
import { dealFieldsSchema } from './fields.ts';
import { WRITE_FAILURE_CODES } from './write-failures.ts';
import { idOrMatch, recordTarget, writeEnvelope } from './write-input.ts';
import { writeOutputSchema } from './write-output.ts';
import { writeWorkflowId } from './write-workflow-id.ts';

/**
 * Creates, updates or upserts an opportunity, with the records it requires before it, the contacts that take part in it,
 * and a note linked to it.
 */
export const writeDeal = defineWorkflow({
  type: 'writeDeal',
  taskQueue: SALESFORCE_WRITES,
  input: z.strictObject({
    ...writeEnvelope,
    record: z
      .strictObject({
        ...recordTarget,
        /** The record type, by developer name or id. @default the user's default record type */
        pipeline: z.string().min(1).max(80).optional(),
        fields: dealFieldsSchema,
      })
      .refine((record) => record.id === undefined || record.match === undefined, idOrMatch),
    /** Contacts with their roles; each becomes an OpportunityContactRole. One of them may be the primary one. @default [] */
    roles: z
      .array(contactRoleSchema)
      .refine(
        (roles) => roles.filter(({ isPrimary }) => isPrimary === true).length <= 1,
        'expected one primary contact',
      )
      .default([]),
  }),
  output: writeOutputSchema,
  workflowId: writeWorkflowId,
  rerun: 'only-if-failed',
  failures: WRITE_FAILURE_CODES,
  recordName: 'deal',
});

export type WriteDealInput = z.input<typeof writeDeal.input>;
