export interface SalesforceApiErrorOptions {
  /** HTTP status of the answer. */
  readonly status: number;
  /** Salesforce's code, e.g. `REQUIRED_FIELD_MISSING`. */
  readonly errorCode: string;
  /** Salesforce's text, word for word. */
  readonly message: string;
  /** Printed when given, even empty: errors of record writes carry it, errors of routing, parsing and queries do not. */
  readonly fields?: readonly string[];
  /** Further members of the error object, e.g. `duplicateResut`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Printed as `errorCode, message`, as errors of routing and of halted transactions are. @default false */
  readonly codeFirst?: boolean;
  /** What else is wrong with the same record; each is an element of the answer. */
  readonly others?: readonly SalesforceApiError[];
}

/** An error as results of collections, trees and the like print it. */
export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** A failure that Salesforce itself answers with; the server prints it as Salesforce does. */
export class SalesforceApiError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields: readonly string[] | undefined;
  readonly extra: Readonly<Record<string, unknown>> | undefined;
  readonly codeFirst: boolean;
  readonly others: readonly SalesforceApiError[];

  constructor(options: SalesforceApiErrorOptions) {
    super(options.message);
    this.name = 'SalesforceApiError';
    this.status = options.status;
    this.errorCode = options.errorCode;
    this.fields = options.fields;
    this.extra = options.extra;
    this.codeFirst = options.codeFirst ?? false;
    this.others = options.others ?? [];
  }

  /** The whole error array of an answer. */
  toBodies(): Record<string, unknown>[] {
    return [this, ...this.others].map((error) => error.toBody());
  }

  toSaveErrors(): SaveError[] {
    return [this, ...this.others].map(({ errorCode, message, fields = [] }) => ({
      statusCode: errorCode,
      message,
      fields,
    }));
  }

  /**
   * One element of the error array: `message, errorCode, fields` for record writes and queries, `errorCode, message`
   * for routing and halted transactions.
   * Source: error bodies recorded by sf-fx-runtime-nodejs (2021), CumulusCI and Nango's integration templates (2026-05).
   */
  toBody(): Record<string, unknown> {
    if (this.codeFirst) return { ...this.extra, errorCode: this.errorCode, message: this.message };
    return {
      ...this.extra,
      message: this.message,
      errorCode: this.errorCode,
      ...(this.fields && { fields: [...this.fields] }),
    };
  }
}
