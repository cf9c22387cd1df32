/** Source of all names and values: Bulk API 2.0 and Bulk API Developer Guide, Create a Job and Job States. */
export const ingestOperations = ['insert', 'update', 'upsert', 'delete', 'hardDelete'] as const;
export type IngestOperation = (typeof ingestOperations)[number];

export const columnDelimiters = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
} as const;
export type ColumnDelimiter = keyof typeof columnDelimiters;

export const lineEndings = { LF: '\n', CRLF: '\r\n' } as const;
export type LineEnding = keyof typeof lineEndings;

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export interface JobSettings {
  readonly object: string;
  readonly operation: IngestOperation | 'query' | 'queryAll';
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
  /** e.g. `66.0` */
  readonly apiVersion: string;
  /** Of an upsert. */
  readonly externalIdFieldName?: string;
  /** Of a query job. */
  readonly query?: string;
}

export interface BulkJob extends JobSettings {
  /** 18 characters, `750…`. */
  readonly id: string;
  readonly kind: 'ingest' | 'query';
  readonly createdById: string;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly state: JobState;
  readonly errorMessage: string | undefined;
  readonly recordsProcessed: number;
  readonly recordsFailed: number;
  /** Milliseconds. */
  readonly processingTime: number;
}

/** What became of one row of an upload. */
export interface RowResult {
  /** From 0. */
  readonly row: number;
  readonly outcome: 'success' | 'failure';
  readonly recordId: string | undefined;
  readonly created: boolean;
  /** `CODE:message:fields --` */
  readonly error: string | undefined;
}
