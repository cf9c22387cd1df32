import type { MissingName } from './missing/missing-name.ts';
import { SalesforceError, type SalesforceErrorOptions } from './salesforce-error.ts';

/** The access token is no longer accepted. Nothing was applied; ask for a fresh token and send again. */
export class SessionExpiredError extends SalesforceError {
  readonly code = 'SALESFORCE_SESSION_EXPIRED';
}

/** The user, the org's edition or a policy of the org does not allow it. An administrator can change that. */
export class AccessDeniedError extends SalesforceError {
  readonly code = 'SALESFORCE_ACCESS_DENIED';
}

/** There is no such record, it is deleted, or the user may not see it. */
export class RecordNotFoundError extends SalesforceError {
  readonly code = 'SALESFORCE_RECORD_NOT_FOUND';
}

/** One value that is not right. */
export interface InvalidValue {
  /** Where in what was given, e.g. `deal.fields.CloseDate`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
  /** What could be given instead, where that is known and not too much to say. */
  readonly allowed?: readonly string[];
}

/** The values do not fit the org's rules. `fields` says which, where Salesforce does. */
export class RecordInvalidError extends SalesforceError {
  readonly code = 'SALESFORCE_RECORD_INVALID';
  /** Everything that was wrong, where it was found before anything was sent. Salesforce tells of one at a time: one or none. */
  readonly problems: readonly InvalidValue[];

  constructor(options: SalesforceErrorOptions & { readonly problems?: readonly InvalidValue[] }) {
    super(options);
    const { path, message, remedy } = options;
    this.problems = options.problems ?? (path === undefined ? [] : [{ path, message, remedy }]);
  }
}

/** Another transaction holds the row. Safe to retry: Salesforce applied nothing. */
export class RecordLockedError extends SalesforceError {
  readonly code = 'SALESFORCE_RECORD_LOCKED';
}

/** The org's API requests are spent. Nothing was applied. */
export class RequestLimitError extends SalesforceError {
  readonly code = 'SALESFORCE_REQUEST_LIMIT';
  /** `daily`: spent until the rolling 24 hours allow more; `concurrent`: too many long requests at this moment. */
  readonly limit: 'daily' | 'concurrent';

  constructor(options: SalesforceErrorOptions & { readonly limit: 'daily' | 'concurrent' }) {
    super(options);
    this.limit = options.limit;
  }
}

/** No answer, or none that says what happened. `outcome` is `unknown` for a write that may have reached the org. */
export class UnavailableError extends SalesforceError {
  readonly code = 'SALESFORCE_UNAVAILABLE';
}

/** Undone because another part of the same request failed, and Salesforce does not say which. */
export class RolledBackError extends SalesforceError {
  readonly code = 'SALESFORCE_ROLLED_BACK';
}

/** The request does not fit the org: an object, field or query it does not know, or that the user may not see. */
export class RequestInvalidError extends SalesforceError {
  readonly code = 'SALESFORCE_REQUEST_INVALID';
  /** The object or field that the org does not know, and whether it is missing or hidden; undefined for any other fault. */
  readonly missing: MissingName | undefined;

  constructor(options: SalesforceErrorOptions & { readonly missing?: MissingName | undefined }) {
    super(options);
    this.missing = options.missing;
  }
}

/** The answer does not have the documented form. */
export class ResponseUnexpectedError extends SalesforceError {
  readonly code = 'SALESFORCE_RESPONSE_UNEXPECTED';
  /** Where the answer differs, without its values. */
  readonly issues: readonly { readonly path: string; readonly message: string }[];

  constructor(
    options: SalesforceErrorOptions & {
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    },
  ) {
    super(options);
    this.issues = options.issues;
  }
}

/** An errorCode that the table in `error-codes.ts` does not have yet. */
export class UnclassifiedError extends SalesforceError {
  readonly code = 'SALESFORCE_UNCLASSIFIED';
}

/** A record that Salesforce takes for the same one. */
export interface DuplicateMatch {
  /** 18 characters. */
  readonly id: string;
  /** Undefined where Salesforce names only the id. */
  readonly object: string | undefined;
}

/** A duplicate rule or a unique field refused it. `matches` names the records that are already there. */
export class RecordDuplicateError extends SalesforceError {
  readonly code = 'SALESFORCE_RECORD_DUPLICATE';
  /** Empty where Salesforce does not say, or the user may not see them. */
  readonly matches: readonly DuplicateMatch[];
  /** Developer name of the duplicate rule; undefined for a unique field. */
  readonly duplicateRule: string | undefined;
  /** The rule only warns: it can be passed by with `Sforce-Duplicate-Rule-Header: allowSave=true`. */
  readonly allowSave: boolean;

  constructor(
    options: SalesforceErrorOptions & {
      readonly matches?: readonly DuplicateMatch[];
      readonly duplicateRule?: string | undefined;
      readonly allowSave?: boolean;
    },
  ) {
    super(options);
    this.matches = options.matches ?? [];
    this.duplicateRule = options.duplicateRule;
    this.allowSave = options.allowSave ?? false;
  }
}
