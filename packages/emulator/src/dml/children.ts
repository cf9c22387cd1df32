import type { FieldDefinition, ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';

export interface ChildField {
  readonly child: ObjectDefinition;
  /** The reference to the parent. */
  readonly field: FieldDefinition;
}

type ByParent = ReadonlyMap<string, readonly ChildField[]>;

/** For each state of a schema, worked out once: a delete must not look through every field of the org. */
const known = new WeakMap<readonly ObjectDefinition[], ByParent>();

/** The references to an object that a delete must look at: those that are columns of their own and can be found by index. */
export function childrenOf({ org }: DmlContext, object: ObjectDefinition): readonly ChildField[] {
  const objects = org.schema.objects();
  const children = known.get(objects) ?? byParent(objects);
  known.set(objects, children);
  return children.get(object.name) ?? [];
}

function byParent(objects: readonly ObjectDefinition[]): ByParent {
  const children = new Map<string, ChildField[]>();
  for (const child of objects) {
    for (const field of child.fields.values()) {
      if (field.type !== 'reference' || !(field.createable || field.cascadeDelete)) continue;
      for (const parent of field.referenceTo ?? []) {
        const fields = children.get(parent) ?? [];
        fields.push({ child, field });
        children.set(parent, fields);
      }
    }
  }
  return children;
}
