import type { FieldScope } from './field-scope.ts';
import { compileOrder } from './compile-order.ts';
import { compileWhere } from './compile-where.ts';
import { naturalOrder, tieBreaker } from './natural-order.ts';
import type { QueryRun } from './query-run.ts';
import { countRows } from './row-count.ts';
import type { FoundRow, RowsPlan, RowsQuery, RowWindow } from './rows-query.ts';
import { createSelectColumns } from './select-columns.ts';
import type { ResultRow } from './select-columns.ts';
import { compileSelect } from './compile-select.ts';
import { attributesOf } from './shape-records.ts';
import { joinSql, limitSql, sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { filterScope, undeleted } from './statement.ts';
import type { Statement } from './statement.ts';

export interface CompileRowsOptions {
  readonly scope: FieldScope;
  readonly statement: Statement;
  /** SQL of a value to return beside each record. */
  readonly keySql?: string;
  /** How many subqueries this one is nested in. */
  readonly depth: number;
  /** A further condition. */
  readonly restriction?: SqlFragment;
}

/** Compiles a SELECT of records and of the children below them: its SQL, and how a row becomes a record. */
export function compileRows(
  query: RowsQuery,
  { scope, statement, keySql, depth, restriction }: CompileRowsOptions,
): RowsPlan {
  const { apiVersion } = statement.context;
  const { name: object } = scope.object;
  const idSql = `${scope.alias}."Id"`;
  const columns = createSelectColumns();
  const id = columns.add(idSql);
  const key = keySql === undefined ? undefined : columns.add(keySql);
  const { shapers, children } = compileSelect(query, { scope, statement, columns, depth, compileRows });

  const own = [...undeleted(scope, statement), ...filterScope(query.from, scope, statement)];
  const where = query.where ? compileWhere(query.where, scope, statement) : undefined;
  const keys = compileOrder(query.orderBy, scope, statement.soql);
  const order = joinSql(
    keys.length === 0 ? naturalOrder(query.where, scope) : [...keys, ...tieBreaker(keys, scope)],
    ', ',
  );
  const selected = columns.sql();
  const from = scope.fromSql();

  const select = (what: SqlFragment, conditions: readonly SqlFragment[], tail: SqlFragment): SqlFragment => {
    const filter = joinSql(conditions, ' AND ');
    return {
      text: `SELECT ${what.text} ${from}${filter.text === '' ? '' : ` WHERE ${filter.text}`}${tail.text}`,
      values: [...what.values, ...filter.values, ...tail.values],
    };
  };
  const all = [...own, ...(where ? [where] : []), ...(restriction ? [restriction] : [])];
  const ordered = { text: ` ORDER BY ${order.text}`, values: order.values };
  const windowed = (window: RowWindow): SqlFragment =>
    window.limit === undefined && window.offset === undefined
      ? ordered
      : { text: `${ordered.text} ${limitSql(window)}`, values: ordered.values };

  const shape = (rows: readonly ResultRow[], run: QueryRun): FoundRow[] => {
    const found = rows.map((row): FoundRow => {
      const recordId = String(row[id]);
      const record = attributesOf(object, object, recordId, apiVersion);
      for (const shaper of shapers) shaper(row, record, run);
      const keyValue = key === undefined ? null : (row[key] ?? null);
      return { id: recordId, key: keyValue === null ? null : String(keyValue), record };
    });
    for (const child of children) child.fill(found, run);
    return found;
  };

  return {
    object,
    objects: statement.objects,
    sorted: keys.length > 0,
    rows: (run, window) => shape(run.rows(select(selected, all, windowed(window))), run),
    ids: (run, window) => run.rows(select(sql(idSql), all, windowed(window))).map(([value]) => String(value)),
    byIds(run, ids) {
      const among = sql(`${idSql} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids));
      const found = new Map(shape(run.rows(select(selected, [among], sql(''))), run).map((row) => [row.id, row]));
      return ids.flatMap((each) => found.get(each) ?? []);
    },
    byKeys(run, values) {
      const among = sql(`${keySql ?? idSql} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));
      return shape(run.rows(select(selected, [among, ...all], ordered)), run);
    },
    count: (run) =>
      countRows(run, {
        object,
        isWhole: !where && !restriction && !query.from.scope,
        includeDeleted: statement.context.includeDeleted ?? false,
        counted: select(sql('count(*)'), all, sql('')),
      }),
  };
}
