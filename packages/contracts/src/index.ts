// The workflows that a platform service can start
export { writeAccount, type WriteAccountInput } from './writes/write-account.ts';
export { writeContact, type WriteContactInput } from './writes/write-contact.ts';
export { writeDeal, type WriteDealInput } from './writes/write-deal.ts';
export { writeOutputSchema, type WriteOutput } from './writes/write-output.ts';
export { writeWorkflowId } from './writes/write-workflow-id.ts';
export type { FieldValue } from './writes/field-value.ts';

// How they fail
export { WRITE_FAILURE_CODES, type WriteFailureCode } from './writes/write-failures.ts';
export { failureDetailSchema, type FailureDetail } from './failure.ts';

// Contracts as data
export { defineWorkflow, type Rerun, type WorkflowContract } from './define-workflow.ts';
export { parseInput, type InputIssue, type ParsedInput } from './parse-input.ts';
export { contentHash } from './content-hash.ts';
export { SALESFORCE_WRITES } from './task-queues.ts';
export { connectionIdSchema } from './connection-id.ts';
export { idempotencyKey } from './idempotency-key.ts';
