import type { RequestStep } from './attempt.ts';

/** Every `code` an error of this package can have. Codes are added, never renamed. */
export const SALESFORCE_ERROR_CODES = [
  'SALESFORCE_SESSION_EXPIRED',
  'SALESFORCE_ACCESS_DENIED',
  'SALESFORCE_RECORD_NOT_FOUND',
  'SALESFORCE_RECORD_INVALID',
  'SALESFORCE_RECORD_DUPLICATE',
  'SALESFORCE_RECORD_LOCKED',
  'SALESFORCE_REQUEST_LIMIT',
  'SALESFORCE_UNAVAILABLE',
  'SALESFORCE_ROLLED_BACK',
  'SALESFORCE_REQUEST_INVALID',
  'SALESFORCE_RESPONSE_UNEXPECTED',
  'SALESFORCE_UNCLASSIFIED',
  'PLAN_INVALID',
  'PLAN_TOO_LARGE',
  'PIPELINE_NOT_FOUND',
  'RECORD_AMBIGUOUS',
  'NOTE_HTML_NOT_ALLOWED',
  'RECORD_CHANGED',
  'WRITE_ALREADY_APPLIED',
  'WRITE_INCOMPLETE',
  'LEDGER_UNAVAILABLE',
] as const;
export type SalesforceErrorCode = (typeof SALESFORCE_ERROR_CODES)[number];

/**
 * Whether the request took effect in the org.
 * - `notApplied`: nothing was written.
 * - `applied`: it is written, by this request or by an earlier one with the same key.
 * - `unknown`: the answer was lost. Ask the ledger before sending again.
 */
export type Outcome = 'notApplied' | 'applied' | 'unknown';

/** Whose turn it is: who can make the next attempt succeed. */
export type FixedBy =
  /** Whoever wrote the values: the data has to change, or a choice has to be made. */
  | 'user'
  /** The org's administrator: access, settings, automation, the package. */
  | 'admin'
  /** The program that calls this package: what it asks for, or how. */
  | 'caller'
  /** Salesforce: it passes by itself, or its support has to look at it. */
  | 'salesforce'
  /** The authors of this package: report it. */
  | 'us';

export interface SalesforceErrorOptions {
  /** What was attempted, what happened, the next step. Never a secret. */
  readonly message: string;
  /** The next step, in words. */
  readonly remedy: string;
  readonly fixedBy: FixedBy;
  readonly outcome: Outcome;
  /** @default false */
  readonly retryable?: boolean;
  readonly errorCode?: string | undefined;
  readonly object?: string | undefined;
  readonly fields?: readonly string[];
  readonly fieldLabels?: Readonly<Record<string, string>>;
  readonly step?: RequestStep | undefined;
  readonly recordId?: string | undefined;
  readonly path?: string | undefined;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly salesforceMessage?: string | undefined;
  readonly cause?: unknown;
}

/** Anything that keeps a request to an org from succeeding. Branch on `code` and on the fields, never on `message`. */
export abstract class SalesforceError extends Error {
  abstract readonly code: SalesforceErrorCode;
  /** The next step, in words. */
  readonly remedy: string;
  readonly fixedBy: FixedBy;
  /** Whether the request took effect. */
  readonly outcome: Outcome;
  /** The fault passes by itself: the same request may succeed later. Where `outcome` is `unknown`, ask the ledger first. */
  readonly retryable: boolean;
  /** Salesforce's own code, e.g. `REQUIRED_FIELD_MISSING`; undefined where Salesforce did not judge. */
  readonly errorCode: string | undefined;
  /** API name of the object it is about. */
  readonly object: string | undefined;
  /** API names of the fields it is about; empty when Salesforce names none. */
  readonly fields: readonly string[];
  /** Of those of `fields` that the org has described before: what people call them there. */
  readonly fieldLabels: Readonly<Record<string, string>>;
  /** Which part of a request of several was refused; undefined where there was one part only, or it is not known. */
  readonly step: RequestStep | undefined;
  /** 18 characters. */
  readonly recordId: string | undefined;
  /** Where in the write it is, e.g. `deal.fields.CloseDate`, `required[0].fields.Name`. */
  readonly path: string | undefined;
  readonly httpStatus: number | undefined;
  /** Salesforce's id of the request, for its support. */
  readonly requestId: string | undefined;
  /** Salesforce's own words. Not enumerable, since they may quote values of fields: keep them out of logs. */
  declare readonly salesforceMessage: string | undefined;

  constructor(options: SalesforceErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.remedy = options.remedy;
    this.fixedBy = options.fixedBy;
    this.outcome = options.outcome;
    this.retryable = options.retryable ?? false;
    this.errorCode = options.errorCode;
    this.object = options.object;
    this.fields = options.fields ?? [];
    this.fieldLabels = options.fieldLabels ?? {};
    this.step = options.step;
    this.recordId = options.recordId;
    this.path = options.path;
    this.httpStatus = options.httpStatus;
    this.requestId = options.requestId;
    Object.defineProperty(this, 'salesforceMessage', { value: options.salesforceMessage, enumerable: false });
  }
}
