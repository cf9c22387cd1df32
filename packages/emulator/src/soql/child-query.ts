import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { isAggregate } from './aggregate-function.ts';
import { childRelationship } from './child-relationship.ts';
import type { CompileRowsOptions } from './compile-rows.ts';
import type { FieldScope } from './field-scope.ts';
import type { Query } from './grammar/syntax-tree.ts';
import { malformed } from './malformed.ts';
import type { QueryRun } from './query-run.ts';
import type { FoundRow, RowsPlan, RowsQuery } from './rows-query.ts';
import type { ApiRecord } from './shape-records.ts';
import { quoteName } from './sql-fragment.ts';
import { scopeOf } from './statement.ts';
import type { Statement } from './statement.ts';

/** Levels of parent-to-child queries below the first. Source: SOQL and SOSL Reference, Relationship Query Limitations. */
const MOST_CHILD_LEVELS = 4;
const FIRST_VERSION_WITH_LEVELS = 58;

/** `(SELECT … FROM Contacts)` in the SELECT list. */
export interface ChildQuery {
  /** The relationship, as the API prints it. */
  readonly name: string;
  /** Puts each parent's children into its record: a query result, or null where there are none. */
  fill(parents: readonly FoundRow[], run: QueryRun): void;
}

export type CompileRows = (query: RowsQuery, options: CompileRowsOptions) => RowsPlan;

export interface ChildQueryOptions {
  readonly statement: Statement;
  /** How many subqueries this one is nested in. */
  readonly depth: number;
  readonly compileRows: CompileRows;
}

export function createChildQuery(
  query: Query,
  parent: FieldScope,
  { statement, depth, compileRows }: ChildQueryOptions,
): ChildQuery {
  const { child, reference } = childRelationship(query, parent, statement);
  const name = reference.childRelationshipName ?? query.from.object.text;
  refuseInSubquery(query, statement, depth);
  const scope = scopeOf(child, statement, query.from);
  const plan = compileRows(query, { scope, statement, depth, keySql: `${scope.alias}.${quoteName(reference.name)}` });

  return {
    name,
    fill(parents, run) {
      if (parents.length === 0) return;
      const children = new Map<string | null, ApiRecord[]>();
      const ids = parents.map(({ id }) => id);
      for (const { key, record } of plan.byKeys(run, ids)) {
        const siblings = children.get(key);
        if (siblings) siblings.push(record);
        else children.set(key, [record]);
      }
      for (const { id, record } of parents) {
        const own = (children.get(id) ?? []).slice(0, query.limit?.value);
        record[name] = own.length === 0 ? null : run.listChildren(own);
      }
    },
  };
}

function refuseInSubquery(query: Query, { soql, context }: Statement, depth: number): void {
  if (query.offset) throw new NotEmulatedError('SOQL OFFSET in a subquery');
  const levels = Number(context.apiVersion) < FIRST_VERSION_WITH_LEVELS ? 1 : MOST_CHILD_LEVELS;
  if (depth > levels) throw new NotEmulatedError('SOQL subqueries nested deeper than Salesforce allows');
  const refused = [
    ...query.with.map(({ text }) => `WITH ${text}`),
    ...(query.for ? [`FOR ${query.for.toUpperCase()}`] : []),
    ...(query.update.length > 0 ? ['UPDATE'] : []),
  ][0];
  if (refused !== undefined) throw new NotEmulatedError(`SOQL ${refused} in a subquery`);
  const aggregates = query.select.some((item) => item.kind === 'function' && isAggregate(item.name.toUpperCase()));
  if (query.count || query.groupBy || aggregates) {
    throw malformed(soql, 'only root queries support aggregate expressions', query.select[0] ?? query.from.object);
  }
}
