import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { refuseOtherStandardField } from '../schema/refuse-other-standard-field.ts';
import type { FieldDefinition, ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { NAME_ENTITY_FIELDS } from './name-entity.ts';
import { queryError } from './query-error.ts';
import { unknownColumn, unknownRelationship } from './unknown-path.ts';
import type { Name } from './grammar/syntax-tree.ts';
import { quoteName } from './sql-fragment.ts';

/** Levels of child-to-parent traversal. Source: SOQL and SOSL Reference, Relationship Query Limitations. */
const MOST_PARENT_LEVELS = 5;
const MOST_RELATIONSHIPS = 55;
/** Tables that SQLite joins, the object's own left out. */
const MOST_JOINS = 63;

/** One step up to a parent record, on the way to a field. */
export interface ParentStep {
  /** As the API prints it, e.g. `Account`. */
  readonly name: string;
  /** The field that refers to the parent. */
  readonly foreignKey: string;
  /** SQL of the parent's id; NULL when there is no parent. */
  readonly idSql: string;
  /** The parent's object; undefined where the reference is polymorphic, and `attributes.type` says `Name`. */
  readonly objectName?: string;
  /** SQL of the object's name, where it differs from row to row. */
  readonly objectSql?: string;
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
  readonly written: Name;
}

/** The names that one SELECT can see: the fields of its object and of the parents above it. */
export interface FieldScope {
  readonly object: ObjectDefinition;
  /** Table alias of the object itself. */
  readonly alias: string;
  /** Throws INVALID_FIELD with Salesforce's text when the path leads nowhere. */
  resolve(path: Name): ResolvedField;
  /** A path that begins at another object of the query. */
  resolveAt(place: Place, path: Name): ResolvedField;
  /** A field of the `Name` object, where one of several objects is meant. */
  resolveName(standing: Standing, path: Name): ResolvedField;
  /** Where a path of relationships leads, e.g. the operand of TYPEOF. */
  parent(path: Name): { readonly standing: Standing; readonly parents: readonly ParentStep[] };
  /** `FROM "Account" AS t0 LEFT JOIN …` for every parent that was resolved so far. */
  fromSql(): string;
}

export interface FieldScopeOptions {
  readonly schema: OrgSchema;
  readonly object: ObjectDefinition;
  /** The query's text, for the places in messages. */
  readonly soql: string;
  /** `a` in `FROM Account a` → '', or the path that an alias stands for; lower-case names. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Numbers table aliases; shared by the queries nested in one statement. */
  readonly nextAlias: () => string;
  /** Gets the name of every object that is joined. */
  readonly objects: Set<string>;
}

/** An object's table in the query. */
export interface Place {
  readonly alias: string;
  readonly object: ObjectDefinition;
}
/** Where a path has led: to one object, or to one of several. */
export type Standing = { readonly single: Place } | { readonly branches: readonly Place[]; readonly idSql: string };

export function createFieldScope(options: FieldScopeOptions): FieldScope {
  const { schema, object, soql, aliases, objects } = options;
  const alias = options.nextAlias();
  const joins: string[] = [];
  const reached = new Map<string, { standing: Standing; step: ParentStep }>();
  objects.add(object.name);

  function climb(from: Place, relationship: string, key: string, path: Name): { standing: Standing; step: ParentStep } {
    const known = reached.get(key);
    if (known) return known;
    const reference = [...from.object.fields.values()].find(
      (field) => field.relationshipName?.toLowerCase() === relationship.toLowerCase(),
    );
    if (!reference) {
      refuseOtherStandardField(from.object.name, relationship);
      throw unknownRelationship(soql, relationship, path.offset);
    }
    const keySql = `${from.alias}.${quoteName(reference.name)}`;
    const targets = (reference.referenceTo ?? []).flatMap((name) => schema.object(name) ?? []);
    if (targets.length === 0) {
      throw new NotEmulatedError(
        `SOQL relationship ${relationship}: this org has no ${reference.referenceTo?.join(' or ') ?? 'parent object'}`,
      );
    }
    if (reached.size === MOST_RELATIONSHIPS) {
      throw new NotEmulatedError(`SOQL with more than ${MOST_RELATIONSHIPS} child-to-parent relationships`);
    }
    if (joins.length + targets.length > MOST_JOINS) {
      throw new NotEmulatedError(`SOQL that reads more than ${MOST_JOINS} objects beside ${object.name}`);
    }
    const branches = targets.map((target) => {
      const place = { alias: options.nextAlias(), object: target };
      joins.push(`LEFT JOIN ${quoteName(target.name)} AS ${place.alias} ON ${place.alias}."Id" = ${keySql}`);
      objects.add(target.name);
      return place;
    });
    const name = reference.relationshipName ?? relationship;
    const only = branches[0];
    const found =
      (reference.referenceTo?.length ?? 0) === 1 && only
        ? {
            standing: { single: only },
            step: { name, foreignKey: reference.name, idSql: `${only.alias}."Id"`, objectName: only.object.name },
          }
        : {
            standing: { branches, idSql: keySql },
            step: {
              name,
              foreignKey: reference.name,
              idSql: `coalesce(${branches.map((place) => `${place.alias}."Id"`).join(', ')}, NULL)`,
              objectSql: objectCase(branches),
            },
          };
    reached.set(key, found);
    return found;
  }

  /** The relationships of a path, without the name or alias of the object itself. */
  function stepsOf(path: Name): string[] {
    const steps = path.text.split('.');
    const first = steps.length > 1 ? aliases.get((steps[0] ?? '').toLowerCase()) : undefined;
    if (first !== undefined) {
      steps.shift();
      return first === '' ? steps : [...stepsOf({ ...path, text: `${first}.x` }).slice(0, -1), ...steps];
    }
    if (steps.length > 1 && isOwnName(steps[0] ?? '')) steps.shift();
    return steps;
  }

  function walk(
    steps: readonly string[],
    path: Name,
    from: Place = { alias, object },
  ): { standing: Standing; parents: ParentStep[] } {
    if (steps.length > MOST_PARENT_LEVELS) {
      throw queryError({
        errorCode: 'MALFORMED_QUERY',
        text: `SOQL relationship queries can't traverse more than ${MOST_PARENT_LEVELS} levels from child to parent: ${path.text}`,
      });
    }
    let standing: Standing = { single: from };
    const parents: ParentStep[] = [];
    let key = `${from.alias}.`;
    for (const relationship of steps) {
      if (!('single' in standing)) throw new NotEmulatedError(`SOQL ${path.text}: a path beyond a polymorphic parent`);
      key += `${relationship.toLowerCase()}.`;
      const next = climb(standing.single, relationship, key, path);
      parents.push(next.step);
      standing = next.standing;
    }
    return { standing, parents };
  }

  function resolve(path: Name): ResolvedField {
    const steps = stepsOf(path);
    const last = steps.pop() ?? path.text;
    const { standing, parents } = walk(steps, path);
    return 'single' in standing
      ? ownField(standing.single, last, path, parents)
      : nameField(standing, last, path, parents);
  }

  function isOwnName(step: string): boolean {
    const name = step.toLowerCase();
    const isRelationship = [...object.fields.values()].some((field) => field.relationshipName?.toLowerCase() === name);
    return !isRelationship && object.name.toLowerCase() === name;
  }

  function ownField(place: Place, name: string, written: Name, parents: ParentStep[]): ResolvedField {
    const field = schema.field(place.object.name, name);
    if (!field) {
      refuseOtherStandardField(place.object.name, name);
      throw unknownColumn({ soql, name, entity: place.object.name, offset: written.offset });
    }
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
    written: Name,
    parents: ParentStep[],
  ): ResolvedField {
    const field = NAME_ENTITY_FIELDS.get(name.toLowerCase());
    if (!field) throw unknownColumn({ soql, name, entity: 'Name', offset: written.offset });
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
    resolveAt(place, path) {
      const steps = path.text.split('.');
      const last = steps.pop() ?? path.text;
      const { standing, parents } = walk(steps, path, place);
      return 'single' in standing
        ? ownField(standing.single, last, path, parents)
        : nameField(standing, last, path, parents);
    },
    resolveName(standing, path) {
      if ('single' in standing) return ownField(standing.single, path.text, path, []);
      return nameField(standing, path.text, path, []);
    },
    parent(path) {
      const { standing, parents } = walk(stepsOf({ ...path, text: `${path.text}.x` }).slice(0, -1), path);
      return { standing, parents };
    },
    fromSql: () => [`FROM ${quoteName(object.name)} AS ${alias}`, ...joins].join(' '),
  };
}

function objectCase(branches: readonly Place[]): string {
  const cases = branches.map(({ alias, object }) => `WHEN ${alias}."Id" IS NOT NULL THEN '${object.name}'`);
  return `CASE ${cases.join(' ')} END`;
}
