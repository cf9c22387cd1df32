import type { CodeGroup } from './code-group.ts';
import { SETUP } from './setup-places.ts';

/** When it can be done: the org is down, busy or has spent its requests; and what was undone with something else. */
export const AVAILABILITY_CODES: readonly CodeGroup[] = [
  {
    kind: 'limit',
    fixedBy: 'salesforce',
    remedy: 'Wait until the org allows more requests, or ask the Salesforce administrator who spends them',
    setup: SETUP.companyInformation,
    codes: 'REQUEST_LIMIT_EXCEEDED TOO_MANY_APEX_REQUESTS',
  },
  {
    kind: 'unavailable',
    fixedBy: 'salesforce',
    remedy: 'Read the ledger to see whether it was applied; if not, send it again.',
    codes: `SERVER_UNAVAILABLE SERVICE_UNAVAILABLE BAD_GATEWAY INTERNAL_ERROR UNKNOWN_EXCEPTION RESOURCE_NOT_AVAILABLE
      UNCOMMITTED_WORK CDS_UNCOMMITTED_WORK IAS_UNCOMMITTED_WORK PENDING_COMMIT`,
  },
  {
    kind: 'unavailable',
    fixedBy: 'salesforce',
    remedy: 'Read the ledger to see whether it was applied; if not, send less at once, since it ran too long.',
    codes: 'QUERY_TIMEOUT REQUEST_RUNNING_TOO_LONG',
  },
  {
    kind: 'unavailable',
    fixedBy: 'salesforce',
    remedy: 'Read the ledger in a minute to see whether it was applied: Salesforce does it later.',
    codes: 'OPERATION_ENQUEUED OPERATION_WITH_CALLBACK_ENQUEUED',
  },
  {
    kind: 'unavailable',
    fixedBy: 'salesforce',
    remedy: 'Read the ledger to see whether it was applied; if not, send it again: an event of it was not published.',
    codes: 'PLATFORM_EVENT_PUBLISHING_UNAVAILABLE PLATFORM_EVENT_PUBLISH_FAILED',
  },
  {
    kind: 'busy',
    fixedBy: 'salesforce',
    remedy: 'Send it again when the maintenance of the org is over: it can only be read until then.',
    codes: 'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
  },
  {
    kind: 'busy',
    fixedBy: 'salesforce',
    remedy: 'Send it again in a few minutes: what it needs is at its limit at this moment.',
    codes:
      'TOO_MANY_JOBS API_TASK_LIMIT_REACHED PAYMENTS_TOO_MANY_REQUESTS_ERROR SEARCH_PROVIDER_REQUEST_RATE_EXCEEDED',
  },
  {
    kind: 'rolledBack',
    fixedBy: 'user',
    remedy: 'Correct the part of the request that failed, and send it again.',
    codes: 'ALL_OR_NONE_OPERATION_ROLLED_BACK PROCESSING_HALTED BATCH_PROCESSING_HALTED FAILED_DUE_TO_OTHER_INPUTS',
  },
];
