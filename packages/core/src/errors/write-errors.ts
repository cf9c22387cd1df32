import type { WrittenSoFar } from '../send/write-result.ts';
import { SalesforceError, type SalesforceErrorOptions } from './salesforce-error.ts';

/** Why a write cannot be compiled. */
export type PlanProblem =
  | 'cycle'
  | 'unknownRef'
  | 'duplicateRef'
  | 'invalidRef'
  | 'requiredNeedsRecord'
  | 'referenceInText'
  | 'invalidName'
  | 'invalidId'
  | 'invalidMatch'
  | 'duplicateMatch'
  | 'duplicateField'
  | 'invalidValue'
  | 'invalidNote'
  | 'rolesNotAllowed'
  | 'idAndMatch';

/** One thing that is wrong with a write. */
export interface PlanProblemDetail {
  readonly problem: PlanProblem;
  /** Where in the write, e.g. `deal.fields.CloseDate`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** The write contradicts itself. Nothing was sent. `path` says where, `problems` lists everything that is wrong. */
export class PlanInvalidError extends SalesforceError {
  readonly code = 'PLAN_INVALID';
  /** The first one. */
  readonly problem: PlanProblem;
  /** At least one, in the order of the write. */
  readonly problems: readonly PlanProblemDetail[];

  constructor(
    options: Pick<SalesforceErrorOptions, 'message' | 'remedy' | 'path' | 'object' | 'fields'> & {
      readonly problem: PlanProblem;
      /** @default the one that the other options tell of */
      readonly problems?: readonly PlanProblemDetail[];
    },
  ) {
    super({ ...options, fixedBy: 'caller', outcome: 'notApplied' });
    const { problem, path = '', message, remedy } = options;
    this.problem = problem;
    this.problems = options.problems ?? [{ problem, path, message, remedy }];
  }
}

/** More than one composite request holds, or more requests than one write takes. Nothing was sent. */
export class PlanTooLargeError extends SalesforceError {
  readonly code = 'PLAN_TOO_LARGE';
  /** What there are too many of. */
  readonly of: 'subrequests' | 'parts';
  readonly count: number;
  readonly limit: number;

  constructor(options: {
    readonly of: PlanTooLargeError['of'];
    readonly count: number;
    readonly limit: number;
    readonly message: string;
    readonly remedy: string;
  }) {
    super({ message: options.message, remedy: options.remedy, fixedBy: 'caller', outcome: 'notApplied' });
    this.of = options.of;
    this.count = options.count;
    this.limit = options.limit;
  }
}

/** The org has no active record type of that name for the object. Nothing was written. */
export class PipelineNotFoundError extends SalesforceError {
  readonly code = 'PIPELINE_NOT_FOUND';
  readonly pipeline: string;
  /** Developer names of the active record types there are. */
  readonly available: readonly string[];

  constructor(options: SalesforceErrorOptions & { readonly pipeline: string; readonly available: readonly string[] }) {
    super(options);
    this.pipeline = options.pipeline;
    this.available = options.available;
  }
}

/** A record to choose from. */
export interface Candidate {
  /** 18 characters. */
  readonly id: string;
  /** Its name, where the object has one. */
  readonly name: string | null;
}

/** Several records fit a match. Never resolved by luck: the caller chooses. Nothing was written. */
export class RecordAmbiguousError extends SalesforceError {
  readonly code = 'RECORD_AMBIGUOUS';
  /** At most 20 of them. */
  readonly candidates: readonly Candidate[];

  constructor(options: SalesforceErrorOptions & { readonly candidates: readonly Candidate[] }) {
    super(options);
    this.candidates = options.candidates;
  }
}

/** The note holds what an enhanced note may not. Never silently stripped. Nothing was written. */
export class NoteHtmlNotAllowedError extends SalesforceError {
  readonly code = 'NOTE_HTML_NOT_ALLOWED';
  /** The element, e.g. `table`; undefined where Salesforce refused the note without saying why. */
  readonly tag: string | undefined;
  /** The attribute, e.g. `onclick`. */
  readonly attribute: string | undefined;

  constructor(
    options: Omit<SalesforceErrorOptions, 'fixedBy' | 'outcome' | 'object' | 'fields'> & {
      readonly tag?: string | undefined;
      readonly attribute?: string | undefined;
    },
  ) {
    super({ ...options, object: 'ContentNote', fields: ['Content'], fixedBy: 'user', outcome: 'notApplied' });
    this.tag = options.tag;
    this.attribute = options.attribute;
  }
}

/** Someone else has changed the record since it was read. Nothing was written: read it again and decide again. */
export class RecordChangedError extends SalesforceError {
  readonly code = 'RECORD_CHANGED';
  /** Who changed it last. `name` is null where the user may not see them. */
  readonly changedBy: { readonly id: string; readonly name: string | null } | undefined;
  /** ISO 8601, UTC. */
  readonly changedAt: string;

  constructor(options: SalesforceErrorOptions & Pick<RecordChangedError, 'changedBy' | 'changedAt'>) {
    super(options);
    this.changedBy = options.changedBy;
    this.changedAt = options.changedAt;
  }
}

/** A write with this key is in the ledger already; this request was rolled back. Read the first one's result with `ledger.find(ledgerKey)`. */
export class WriteAlreadyAppliedError extends SalesforceError {
  readonly code = 'WRITE_ALREADY_APPLIED';
  readonly ledgerKey: string;

  constructor(options: SalesforceErrorOptions & { readonly ledgerKey: string }) {
    super(options);
    this.ledgerKey = options.ledgerKey;
  }
}

/**
 * Some parts of a write that needs several requests are written, and the next one was refused for good. Sending the same
 * write again goes on where it ended.
 */
export class WriteIncompleteError extends SalesforceError {
  readonly code = 'WRITE_INCOMPLETE';
  /** What is there; undefined where the key stands for another write. */
  readonly written: WrittenSoFar | undefined;
  /** How many parts the write has. */
  readonly parts: number | undefined;

  constructor(
    options: SalesforceErrorOptions & {
      readonly written: WrittenSoFar | undefined;
      readonly parts: number | undefined;
    },
  ) {
    super(options);
    this.written = options.written;
    this.parts = options.parts;
  }
}

/** The package's ledger is not there, or the connected user may not use it. Nothing was written. */
export class LedgerUnavailableError extends SalesforceError {
  readonly code = 'LEDGER_UNAVAILABLE';
}
