import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { FieldDefinition, ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { NAME_ENTITY_FIELDS } from './name-entity.ts';
import { queryError } from './query-error.ts';
import { unknownColumn, unknownRelationship } from './unknown-path.ts';
import { quoteName } from './sql-fragment.ts';

/** Levels of child-to-parent traversal. Source: SOQL and SOSL Reference, Relationship Query Limitations. */
const MOST_PARENT_LEVELS = 5;

/** One step up to a parent record, on the way to a field. */
export interface ParentStep {
  /** As the API prints it, e.g. `Account`. */
  readonly name: string;
  /** SQL of the parent's id; NULL when there is no parent. */
  readonly idSql: string;
  /** SQL of the parent's object name. */
  readonly objectSql: string;
  /** `attributes.type`: the object, or `Name` where the reference is polymorphic. */
  readonly printedType: string | undefined;
}

/** A field path of a query, found in the schema. */
export interface ResolvedField {
  /** The object that has the field; for a polymorphic parent's field, undefined. */
  readonly object: ObjectDefinition | undefined;
  readonly field: FieldDefinition;
  /** SQL of its value. */
  readonly sql: string;
  /** Table alias of the object that has the field; for a polymorphic parent's field, undefined. */
  readonly alias: string | undefined;
  readonly parents: readonly ParentStep[];
  /** The path as it was written. */
  readonly written: string;
}

/** The names that one SELECT can see: the fields of its object and of the parents above it. */
export interface FieldScope {
  readonly object: ObjectDefinition;
  /** Table alias of the object itself. */
  readonly alias: string;
  /** Throws INVALID_FIELD with Salesforce's text when the path leads nowhere. */
  resolve(path: string, options?: { afterKeyword?: string }): ResolvedField;
  /** `FROM "Account" AS t0 LEFT JOIN …` for every parent that was resolved so far. */
  fromSql(): string;
}

export interface FieldScopeOptions {
  readonly schema: OrgSchema;
  readonly object: ObjectDefinition;
  /** The query's text, for the places in messages. */
  readonly soql: string;
  /** `a` in `FROM Account a`. */
  readonly sourceAlias?: string | undefined;
  /** Numbers table aliases; shared by the queries nested in one statement. */
  readonly nextAlias: () => string;
}

type Place = { readonly alias: string; readonly object: ObjectDefinition };
type Standing = { readonly single: Place } | { readonly branches: readonly Place[]; readonly idSql: string };

export function createFieldScope(options: FieldScopeOptions): FieldScope {
  const { schema, object, soql } = options;
  const alias = options.nextAlias();
  const joins: string[] = [];
  const reached = new Map<string, { standing: Standing; step: ParentStep }>();

  function climb(
    from: Place,
    relationship: string,
    key: string,
    afterKeyword: string | undefined,
  ): { standing: Standing; step: ParentStep } {
    const known = reached.get(key);
    if (known) return known;
    const reference = [...from.object.fields.values()].find(
      (field) => field.relationshipName?.toLowerCase() === relationship.toLowerCase(),
    );
    if (!reference) {
      throw unknownRelationship(soql, relationship, afterKeyword);
    }
    const keySql = `${from.alias}.${quoteName(reference.name)}`;
    const targets = (reference.referenceTo ?? []).flatMap((name) => schema.object(name) ?? []);
    if (targets.length === 0) {
      throw new NotEmulatedError(
        `SOQL relationship ${relationship}: this org has no ${reference.referenceTo?.join(' or ') ?? 'parent object'}`,
      );
    }
    const branches = targets.map((target) => {
      const place = { alias: options.nextAlias(), object: target };
      joins.push(`LEFT JOIN ${quoteName(target.name)} AS ${place.alias} ON ${place.alias}."Id" = ${keySql}`);
      return place;
    });
    const name = reference.relationshipName ?? relationship;
    const only = branches[0];
    const found =
      (reference.referenceTo?.length ?? 0) === 1 && only
        ? {
            standing: { single: only },
            step: {
              name,
              idSql: `${only.alias}."Id"`,
              objectSql: `'${only.object.name}'`,
              printedType: only.object.name,
            },
          }
        : {
            standing: { branches, idSql: keySql },
            step: {
              name,
              idSql: `coalesce(${branches.map((place) => `${place.alias}."Id"`).join(', ')}, NULL)`,
              objectSql: objectCase(branches),
              printedType: undefined,
            },
          };
    reached.set(key, found);
    return found;
  }

  function resolve(path: string, { afterKeyword }: { afterKeyword?: string } = {}): ResolvedField {
    const steps = path.split('.');
    const last = steps.pop() ?? path;
    if (steps.length > 0 && isOwnName(steps[0] ?? '')) steps.shift();
    if (steps.length > MOST_PARENT_LEVELS) {
      throw queryError({
        errorCode: 'MALFORMED_QUERY',
        text: `SOQL relationship queries can't traverse more than ${MOST_PARENT_LEVELS} levels from child to parent: ${path}`,
      });
    }
    let standing: Standing = { single: { alias, object } };
    const parents: ParentStep[] = [];
    let key = '';
    for (const relationship of steps) {
      if (!('single' in standing)) throw new NotEmulatedError(`SOQL ${path}: a path beyond a polymorphic parent`);
      key += `${relationship.toLowerCase()}.`;
      const next = climb(standing.single, relationship, key, afterKeyword);
      parents.push(next.step);
      standing = next.standing;
    }
    return 'single' in standing
      ? ownField(standing.single, last, path, parents, afterKeyword)
      : nameField(standing, last, path, parents, afterKeyword);
  }

  function isOwnName(step: string): boolean {
    const name = step.toLowerCase();
    if (options.sourceAlias?.toLowerCase() === name) return true;
    const isRelationship = [...object.fields.values()].some((field) => field.relationshipName?.toLowerCase() === name);
    return !isRelationship && object.name.toLowerCase() === name;
  }

  function ownField(
    place: Place,
    name: string,
    written: string,
    parents: ParentStep[],
    afterKeyword?: string,
  ): ResolvedField {
    const field = schema.field(place.object.name, name);
    if (!field) throw unknownColumn({ soql, name, entity: place.object.name, written, afterKeyword });
    if (field.virtual && field.type !== 'address')
      throw new NotEmulatedError(`SOQL field ${place.object.name}.${field.name}`);
    return {
      object: place.object,
      field,
      alias: place.alias,
      sql: `${place.alias}.${quoteName(field.name)}`,
      parents,
      written,
    };
  }

  function nameField(
    { branches, idSql }: { branches: readonly Place[]; idSql: string },
    name: string,
    written: string,
    parents: ParentStep[],
    afterKeyword?: string,
  ): ResolvedField {
    const field = NAME_ENTITY_FIELDS.get(name.toLowerCase());
    if (!field) throw unknownColumn({ soql, name, entity: 'Name', written, afterKeyword });
    const columns = branches.flatMap(({ alias: branch, object: target }) => {
      const own =
        field.name === 'Name'
          ? [...target.fields.values()].find((each) => each.nameField)
          : target.fields.get(field.name);
      return own && !own.virtual ? `${branch}.${quoteName(own.name)}` : [];
    });
    const value =
      field.name === 'Id'
        ? idSql
        : field.name === 'Type'
          ? objectCase(branches)
          : `coalesce(${[...columns, 'NULL', 'NULL'].join(', ')})`;
    return { object: undefined, field, alias: undefined, sql: value, parents, written };
  }

  return {
    object,
    alias,
    resolve,
    fromSql: () => [`FROM ${quoteName(object.name)} AS ${alias}`, ...joins].join(' '),
  };
}

function objectCase(branches: readonly Place[]): string {
  const cases = branches.map(({ alias, object }) => `WHEN ${alias}."Id" IS NOT NULL THEN '${object.name}'`);
  return `CASE ${cases.join(' ')} END`;
}
