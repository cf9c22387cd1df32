import type { FieldType as SelectItem, OrderByClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { FieldScope } from './field-scope.ts';
import type { ApiRecord } from './shape-records.ts';
import type { SqlFragment } from './sql-fragment.ts';
import type { Statement } from './statement.ts';

/** A SELECT of records: the query itself or a child subquery. */
export interface RowsQuery {
  readonly fields: readonly SelectItem[];
  readonly where?: WhereClause | undefined;
  readonly orderBy?: OrderByClause | OrderByClause[] | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  /** The LIMIT that FIELDS() is judged by. @default limit */
  readonly fieldsLimit?: number | undefined;
}

export interface FoundRow {
  readonly id: string;
  /** Value of `keySql`, where one was asked for. */
  readonly key: string | null;
  readonly record: ApiRecord;
}

export interface RowsOptions {
  readonly scope: FieldScope;
  readonly statement: Statement;
  /** A further condition, e.g. that rows belong to given parents. */
  readonly restriction?: SqlFragment;
  /** SQL of a value to return beside each record. */
  readonly keySql?: string;
  /** How many subqueries this one is nested in. */
  readonly depth: number;
}

/** Runs a SELECT of records and of the children below them. */
export type RunRows = (query: RowsQuery, options: RowsOptions) => FoundRow[];
