import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import { childRelationship } from './child-relationship.ts';
import { compileQuery } from './compile-query.ts';
import { expandFields } from './expand-fields.ts';
import { isNumeric } from './field-abilities.ts';
import type { FieldScope, ResolvedField } from './field-scope.ts';
import type { FunctionCall, Name, Query } from './grammar/syntax-tree.ts';
import { operandOf } from './operand-of.ts';
import { createStatement, queriedObject, scopeOf } from './statement.ts';
import type { CompileContext, Statement } from './statement.ts';

/** One column of a query's result, as `columns=true` describes it; the members in this order. */
interface ColumnMetadata {
  readonly aggregate: boolean;
  readonly apexType: string | null;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: ColumnMetadata[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

const APEX_TYPES: Readonly<Record<string, string>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  address: 'Address',
  base64: 'Blob',
};

/**
 * What `query?columns=true` answers: the columns instead of the rows. Source: bodies recorded by Salesforce's own CLI and
 * debugger (the Apex types of numbers, dates and compound fields are not verified).
 */
export function columnMetadata(soql: string, context: CompileContext): Record<string, unknown> {
  const { query } = compileQuery(soql, context);
  const statement = createStatement(soql, context);
  const object = queriedObject(query.from.object, statement);
  const columns = columnsOf(query, scopeOf(object, statement, query.from), statement);
  return {
    columnMetadata: columns,
    entityName: object.name,
    groupBy: query.groupBy !== undefined,
    idSelected: columns.some(({ columnName }) => columnName === 'Id'),
    keyPrefix: object.keyPrefix,
  };
}

function columnsOf(query: Query, scope: FieldScope, statement: Statement): ColumnMetadata[] {
  const columns: ColumnMetadata[] = [];
  let unnamed = 0;

  const addField = (path: Name, alias?: Name): void => {
    const resolved = scope.resolve(path);
    let list = columns;
    for (const step of alias || query.groupBy ? [] : resolved.parents) {
      let parent = list.find(({ columnName }) => columnName === step.name);
      if (!parent) {
        parent = { ...plain(step.name), foreignKeyName: step.foreignKey, custom: step.foreignKey.endsWith('__c') };
        list.push(parent);
      }
      list = parent.joinColumns;
    }
    list.push(fieldColumn(resolved, alias));
  };
  const addFunction = (call: FunctionCall, alias: Name | undefined): void => {
    const name = call.name.toUpperCase();
    if (name === 'FIELDS') {
      for (const field of expandFields(call, scope.object, query)) {
        addField({ text: field, offset: call.offset });
      }
    } else if (call.argument.kind === 'field' && (name === 'TOLABEL' || name === 'FORMAT')) {
      addField(call.argument, alias);
    } else {
      const { field } = operandOf(call, scope, statement.soql);
      const columnName = alias?.text ?? `expr${unnamed++}`;
      columns.push({ ...plain(columnName), aggregate: true, displayName: call.text, numberType: isNumeric(field) });
    }
  };

  for (const item of query.select) {
    if (item.kind === 'field') addField(item, item.alias);
    else if (item.kind === 'function') addFunction(item, item.alias);
    else if (item.kind === 'subquery') {
      const { child, reference } = childRelationship(item.query, scope, statement);
      const joinColumns = columnsOf(item.query, scopeOf(child, statement, item.query.from), statement);
      const name = reference.childRelationshipName ?? item.query.from.object.text;
      columns.push({ ...plain(name), aggregate: true, joinColumns });
    } else throw new NotEmulatedError('columns=true of a query with TYPEOF or DISTANCE');
  }
  return columns;
}

function fieldColumn({ field }: ResolvedField, alias: Name | undefined): ColumnMetadata {
  return {
    ...plain(alias?.text ?? field.name),
    apexType: APEX_TYPES[field.type] ?? 'String',
    booleanType: field.type === 'boolean',
    custom: field.custom,
    insertable: field.createable,
    numberType: isNumeric(field),
    textType: isText(field),
    updatable: field.updateable,
  };
}

function isText({ type }: FieldDefinition): boolean {
  return APEX_TYPES[type] === undefined;
}

function plain(name: string): ColumnMetadata {
  return {
    aggregate: false,
    apexType: null,
    booleanType: false,
    columnName: name,
    custom: false,
    displayName: name,
    foreignKeyName: null,
    insertable: false,
    joinColumns: [],
    numberType: false,
    textType: false,
    updatable: false,
  };
}
