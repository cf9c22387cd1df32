import type { Outcome, SalesforceErrorCode } from '../salesforce-error.ts';

/** What all errorCodes of a kind have in common. Retryable: the same request may succeed later. */
export const CODE_KINDS = {
  sessionExpired: { code: 'SALESFORCE_SESSION_EXPIRED', retryable: true, outcome: 'notApplied' },
  accessDenied: { code: 'SALESFORCE_ACCESS_DENIED', retryable: false, outcome: 'notApplied' },
  notFound: { code: 'SALESFORCE_RECORD_NOT_FOUND', retryable: false, outcome: 'notApplied' },
  invalid: { code: 'SALESFORCE_RECORD_INVALID', retryable: false, outcome: 'notApplied' },
  duplicate: { code: 'SALESFORCE_RECORD_DUPLICATE', retryable: false, outcome: 'notApplied' },
  locked: { code: 'SALESFORCE_RECORD_LOCKED', retryable: true, outcome: 'notApplied' },
  limit: { code: 'SALESFORCE_REQUEST_LIMIT', retryable: true, outcome: 'notApplied' },
  /** It may have been carried out. */
  unavailable: { code: 'SALESFORCE_UNAVAILABLE', retryable: true, outcome: 'unknown' },
  /** Turned away before anything was done. */
  busy: { code: 'SALESFORCE_UNAVAILABLE', retryable: true, outcome: 'notApplied' },
  rolledBack: { code: 'SALESFORCE_ROLLED_BACK', retryable: false, outcome: 'notApplied' },
  requestInvalid: { code: 'SALESFORCE_REQUEST_INVALID', retryable: false, outcome: 'notApplied' },
  noteRefused: { code: 'NOTE_HTML_NOT_ALLOWED', retryable: false, outcome: 'notApplied' },
  unclassified: { code: 'SALESFORCE_UNCLASSIFIED', retryable: false, outcome: 'unknown' },
} as const satisfies Record<string, { code: SalesforceErrorCode; retryable: boolean; outcome: Outcome }>;

export type CodeKind = keyof typeof CODE_KINDS;
