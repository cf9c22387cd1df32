import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import { refuseOtherStandardObject } from '../schema/refuse-other-standard-object.ts';
import { checkFromPaths } from './check-from-paths.ts';
import { createFieldScope } from './field-scope.ts';
import type { FieldScope } from './field-scope.ts';
import type { From, Name } from './grammar/syntax-tree.ts';
import type { QueryContext } from './query-context.ts';
import { queryError } from './query-error.ts';
import { sql } from './sql-fragment.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** What a query is compiled for; runs of other users with the same view of the schema may share the result. */
export type CompileContext = Pick<QueryContext, 'schema' | 'apiVersion' | 'includeDeleted'>;

/** One query text being compiled, with the queries nested in it. */
export interface Statement {
  readonly context: CompileContext;
  readonly soql: string;
  readonly nextAlias: () => string;
  /** Every object whose rows decide what is found. */
  readonly objects: Set<string>;
}

export function createStatement(soql: string, context: CompileContext): Statement {
  let aliases = 0;
  return { context, soql, nextAlias: () => `t${aliases++}`, objects: new Set() };
}

/** The object of a FROM clause, or INVALID_TYPE with Salesforce's text. */
export function queriedObject({ text, offset }: Name, { context, soql }: Statement): ObjectDefinition {
  const object = context.schema.object(text);
  if (object?.queryable) return object;
  refuseOtherStandardObject(text);
  throw queryError({
    errorCode: 'INVALID_TYPE',
    text: `sObject type '${text}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    soql,
    offset,
  });
}

export function scopeOf(object: ObjectDefinition, statement: Statement, from: From): FieldScope {
  if (from.lookup) throw new NotEmulatedError('SOQL USING LOOKUP');
  checkFromPaths(from, object);
  const { context, soql, nextAlias, objects } = statement;
  const aliases = new Map<string, string>();
  if (from.alias !== undefined) aliases.set(from.alias.toLowerCase(), '');
  for (const { path, alias } of from.paths) if (alias !== undefined) aliases.set(alias.toLowerCase(), path.text);
  return createFieldScope({ schema: context.schema, object, soql, aliases, nextAlias, objects });
}

/** Rows in the recycle bin are not there, unless all rows are asked for. */
export function undeleted(scope: FieldScope, { context }: Statement): SqlFragment[] {
  const hides = !context.includeDeleted && context.schema.field(scope.object.name, 'IsDeleted');
  return hides ? [sql(`${scope.alias}."IsDeleted" = 0`)] : [];
}

/**
 * What USING SCOPE leaves of an object's rows. Source: SOQL and SOSL Reference, USING SCOPE: `everything` is all, `mine`
 * what the user owns.
 */
export function filterScope(from: From, scope: FieldScope, { context }: Statement): SqlFragment[] {
  if (!from.scope) return [];
  const name = from.scope.text.toLowerCase();
  if (name === 'everything') return [];
  if (name === 'mine' && context.schema.field(scope.object.name, 'OwnerId')) {
    return [sql(`${scope.alias}."OwnerId" = ?`, ({ userId }) => userId)];
  }
  throw new NotEmulatedError(`SOQL USING SCOPE ${from.scope.text}`);
}
