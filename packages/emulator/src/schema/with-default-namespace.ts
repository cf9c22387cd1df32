import type { FieldDefinition, ObjectDefinition, OrgSchema } from './object-definition.ts';

const views = new WeakMap<OrgSchema, Map<string, OrgSchema>>();

/**
 * A schema in which names of this namespace may be written without it, unless the org has such a name of its own.
 * Source: REST API guide, Call Options Header (`defaultNamespace`). That answers have the whole names is not verified.
 *
 * @returns the same view for the same schema and namespace
 */
export function withDefaultNamespace(schema: OrgSchema, namespace: string): OrgSchema {
  const known = views.get(schema) ?? new Map<string, OrgSchema>();
  views.set(schema, known);
  const kept = known.get(namespace);
  if (kept) return kept;
  const whole = (name: string): string => `${namespace}__${name}`;
  const view: OrgSchema = {
    ...schema,
    object: (name): ObjectDefinition | undefined => schema.object(name) ?? schema.object(whole(name)),
    field: (object, name): FieldDefinition | undefined => {
      const owner = view.object(object)?.name ?? object;
      return schema.field(owner, name) ?? schema.field(owner, whole(name));
    },
  };
  known.set(namespace, view);
  return view;
}

/** The namespace that `Sforce-Call-Options: client=x, defaultNamespace=ns` names. */
export function defaultNamespaceOf(callOptions: string | undefined): string | undefined {
  return callOptions === undefined ? undefined : /\bdefaultNamespace\s*=\s*(\w+)/i.exec(callOptions)?.[1];
}
