import type { ObjectDefinition } from '../schema/object-definition.ts';
import { createFieldScope } from './field-scope.ts';
import type { FieldScope } from './field-scope.ts';
import type { QueryContext } from './query-context.ts';
import { queryError } from './query-error.ts';
import { locateName } from './source-text.ts';
import { userCalendar } from './user-calendar.ts';
import type { UserCalendar } from './user-calendar.ts';

/** One query text being run, with the queries nested in it. */
export interface Statement {
  readonly context: QueryContext;
  readonly soql: string;
  readonly now: Date;
  readonly calendar: () => UserCalendar;
  readonly nextAlias: () => string;
  /** Semi-joins seen so far in this SELECT; Salesforce allows two. */
  semiJoins: number;
}

export function createStatement(soql: string, context: QueryContext): Statement {
  let aliases = 0;
  let calendar: UserCalendar | undefined;
  return {
    context,
    soql,
    now: context.now(),
    calendar: () => (calendar ??= userCalendar(context)),
    nextAlias: () => `t${aliases++}`,
    semiJoins: 0,
  };
}

/** The object of a FROM clause, or INVALID_TYPE with Salesforce's text. */
export function queriedObject(name: string, { context, soql }: Statement): ObjectDefinition {
  const object = context.schema.object(name);
  if (object?.queryable) return object;
  throw queryError({
    errorCode: 'INVALID_TYPE',
    text: `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    soql,
    offset: locateName(soql, name, 'FROM'),
  });
}

export function scopeOf(object: ObjectDefinition, statement: Statement, sourceAlias?: string): FieldScope {
  const { context, soql, nextAlias } = statement;
  return createFieldScope({ schema: context.schema, object, soql, sourceAlias, nextAlias });
}

/** Rows in the recycle bin are not there, unless all rows are asked for. */
export function undeletedSql(scope: FieldScope, { context }: Statement): string {
  const hides = !context.includeDeleted && context.schema.field(scope.object.name, 'IsDeleted');
  return hides ? `${scope.alias}."IsDeleted" IS NOT 1` : '1';
}
