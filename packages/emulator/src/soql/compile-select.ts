import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { createChildQuery } from './child-query.ts';
import type { ChildQuery, CompileRows } from './child-query.ts';
import { expandFields } from './expand-fields.ts';
import type { FieldScope } from './field-scope.ts';
import { readFormatted } from './format-function.ts';
import type { FunctionCall, Name, SelectItem } from './grammar/syntax-tree.ts';
import { labelOf, requireLabelled } from './label-values.ts';
import { malformed } from './malformed.ts';
import { queryError } from './query-error.ts';
import type { RowsQuery } from './rows-query.ts';
import { selectField } from './select-columns.ts';
import type { ReadValue, SelectColumns } from './select-columns.ts';
import { shapeField } from './shape-records.ts';
import type { Shaper } from './shape-records.ts';
import type { Statement } from './statement.ts';
import { shapeTypeof } from './typeof-item.ts';

/** Source: SOQL and SOSL Reference, Relationship Query Limitations. */
const MOST_SUBQUERIES = 20;

export interface CompileSelectOptions {
  readonly scope: FieldScope;
  readonly statement: Statement;
  readonly columns: SelectColumns;
  readonly depth: number;
  readonly compileRows: CompileRows;
}

/** The SELECT list of a query for records. */
export function compileSelect(
  query: RowsQuery,
  { scope, statement, columns, depth, compileRows }: CompileSelectOptions,
): { readonly shapers: readonly Shaper[]; readonly children: readonly ChildQuery[] } {
  const { apiVersion } = statement.context;
  const shapers: Shaper[] = [];
  const children: ChildQuery[] = [];
  const seen = new Set<string>();

  function once(name: string): void {
    if (seen.has(name.toLowerCase())) {
      throw queryError({ errorCode: 'INVALID_FIELD', text: `duplicate field selected: ${name}` });
    }
    seen.add(name.toLowerCase());
  }

  function addField(path: Name, wrap: (read: ReadValue) => ReadValue = (read) => read, alias?: Name): void {
    const resolved = scope.resolve(path);
    const parents = alias ? [] : resolved.parents;
    const name = alias?.text ?? resolved.field.name;
    once([...parents.map((step) => step.name), name].join('.'));
    const read = wrap(selectField(resolved, columns, apiVersion));
    shapers.push(shapeField(name, parents, read, columns, apiVersion));
  }

  function addFunction(call: FunctionCall, alias: Name | undefined): void {
    const { argument } = call;
    const name = call.name.toUpperCase();
    if (name === 'FIELDS') {
      for (const field of expandFields(call, scope.object, query)) {
        addField({ text: field, offset: call.offset });
      }
      return;
    }
    if (argument.kind === 'field' && name === 'TOLABEL') {
      const { field } = scope.resolve(argument);
      requireLabelled(field, call);
      addField(argument, (read) => (row, run) => labelOf(field, read(row, run)), alias);
      return;
    }
    if (argument.kind === 'field' && name === 'FORMAT') {
      const { field } = scope.resolve(argument);
      addField(argument, (read) => readFormatted(field, read, call), alias);
      return;
    }
    if (name === 'CONVERTCURRENCY') {
      throw new NotEmulatedError(
        `SOQL ${call.text}: this org has one currency, and convertCurrency() is for orgs with several`,
      );
    }
    throw new NotEmulatedError(`SOQL ${call.text}`);
  }

  function addItem(item: SelectItem): void {
    switch (item.kind) {
      case 'field':
        if (item.alias) throw malformed(statement.soql, 'only aggregate expressions use field aliasing', item.alias);
        addField(item);
        return;
      case 'function':
        addFunction(item, item.alias);
        return;
      case 'typeof':
        shapers.push(shapeTypeof(item, scope, columns, statement));
        return;
      case 'distance':
        throw new NotEmulatedError(`SOQL ${item.text}`);
      case 'subquery': {
        if (children.length === MOST_SUBQUERIES) throw new NotEmulatedError('SOQL with more than 20 subqueries');
        const child = createChildQuery(item.query, scope, { statement, depth: depth + 1, compileRows });
        if (children.some(({ name }) => name === child.name)) {
          throw new NotEmulatedError(`SOQL with two subqueries FROM ${child.name}`);
        }
        shapers.push((_row, record) => {
          record[child.name] = null;
        });
        children.push(child);
      }
    }
  }

  for (const item of query.select) addItem(item);
  return { shapers, children };
}
