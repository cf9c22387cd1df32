import type { Subquery } from '@jetstreamapp/soql-parser-js';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { FieldScope } from './field-scope.ts';
import { queryError } from './query-error.ts';
import type { FoundRow, RunRows } from './rows-query.ts';
import type { ApiRecord } from './shape-records.ts';
import { locateName } from './source-text.ts';
import { quoteName, sql } from './sql-fragment.ts';
import { scopeOf } from './statement.ts';
import type { Statement } from './statement.ts';

/** Levels of parent-to-child queries from API version 58 on. Source: SOQL and SOSL Reference, Relationship Query Limitations. */
const MOST_CHILD_LEVELS = 4;

/** Relationships that Salesforce has, over objects that only exist in subqueries. */
const UNSUPPORTED = new Set(
  [
    'ActivityHistories',
    'OpenActivities',
    'AttachedContentNotes',
    'AttachedContentDocuments',
    'CombinedAttachments',
    'NotesAndAttachments',
  ].map((name) => name.toLowerCase()),
);

/** `(SELECT … FROM Contacts)` in the SELECT list. */
export interface ChildQuery {
  /** The relationship, as the API prints it. */
  readonly name: string;
  /** Puts each parent's children into its record: a query result, or null where there are none. */
  fill(parents: readonly FoundRow[]): void;
}

export interface ChildQueryOptions {
  readonly statement: Statement;
  /** How many subqueries this one is nested in. */
  readonly depth: number;
  readonly runRows: RunRows;
}

export function createChildQuery(
  subquery: Subquery,
  parent: FieldScope,
  { statement, depth, runRows }: ChildQueryOptions,
): ChildQuery {
  const { child, reference } = childRelationship(subquery, parent, statement);
  const name = reference.childRelationshipName ?? subquery.relationshipName;
  if (subquery.offset !== undefined) throw new NotEmulatedError('SOQL OFFSET in a subquery');
  if (depth > MOST_CHILD_LEVELS) throw new NotEmulatedError('SOQL subqueries nested deeper than Salesforce allows');
  if (subquery.groupBy || subquery.having) {
    throw queryError({ errorCode: 'MALFORMED_QUERY', text: 'only root queries support aggregate expressions' });
  }
  for (const item of subquery.fields ?? []) {
    if (item.type === 'FieldFunctionExpression' && item.isAggregateFn) {
      throw queryError({ errorCode: 'MALFORMED_QUERY', text: 'only root queries support aggregate expressions' });
    }
  }

  const select = (parentIds: readonly string[]): FoundRow[] => {
    const own = { ...statement, semiJoins: 0 };
    const scope = scopeOf(child, own, subquery.sObjectAlias);
    const keySql = `${scope.alias}.${quoteName(reference.name)}`;
    return runRows(
      // LIMIT is for each parent's children, so it is applied after grouping; FIELDS() still has to see the LIMIT.
      { fields: subquery.fields ?? [], where: subquery.where, orderBy: subquery.orderBy, fieldsLimit: subquery.limit },
      {
        scope,
        statement: own,
        depth,
        keySql,
        restriction: sql(`${keySql} IN (SELECT value FROM json_each(?))`, JSON.stringify(parentIds)),
      },
    );
  };
  // Names and types are checked even where there is no parent to fill.
  select([]);

  return {
    name,
    fill(parents) {
      if (parents.length === 0) return;
      const children = new Map<string | null, ApiRecord[]>();
      for (const { key, record } of select(parents.map(({ id }) => id))) {
        const siblings = children.get(key);
        if (siblings) siblings.push(record);
        else children.set(key, [record]);
      }
      for (const { id, record } of parents) {
        const own = (children.get(id) ?? []).slice(0, subquery.limit);
        record[name] = own.length === 0 ? null : { totalSize: own.length, done: true, records: own };
      }
    },
  };
}

function childRelationship(
  subquery: Subquery,
  parent: FieldScope,
  statement: Statement,
): { child: ObjectDefinition; reference: FieldDefinition } {
  const wanted = subquery.relationshipName.toLowerCase();
  const prefix = subquery.sObjectPrefix ?? [];
  if (prefix.length <= 1) {
    for (const child of statement.context.schema.objects()) {
      for (const reference of child.fields.values()) {
        const isIt =
          reference.childRelationshipName?.toLowerCase() === wanted &&
          reference.referenceTo?.includes(parent.object.name);
        if (isIt) return { child, reference };
      }
    }
  }
  if (UNSUPPORTED.has(wanted)) throw new NotEmulatedError(`SOQL subquery FROM ${subquery.relationshipName}`);
  throw queryError({
    errorCode: 'INVALID_TYPE',
    text: `Didn't understand relationship '${subquery.relationshipName}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    soql: statement.soql,
    offset: locateName(statement.soql, subquery.relationshipName),
  });
}
