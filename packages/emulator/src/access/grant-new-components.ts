import type { Org } from '../org/org.ts';
import { isPermissionable } from '../schema/is-permissionable.ts';
import type { FieldDefinition, OrgSchema } from '../schema/object-definition.ts';
import { accessRuleOf } from './access-rule.ts';
import { insertFieldPermissions, insertObjectPermissions } from './insert-permissions.ts';

/** Custom objects and fields that an org did not have before. */
export interface NewComponents {
  readonly objects: readonly string[];
  /** Those that can have field-level security. */
  readonly fields: readonly { readonly object: string; readonly field: FieldDefinition }[];
}

/** The names of all custom objects and fields, to be compared with later. */
export function customNames(schema: OrgSchema): ReadonlySet<string> {
  const names = new Set<string>();
  for (const object of schema.objects()) {
    if (object.custom) names.add(object.name);
    for (const field of object.fields.values()) if (field.custom) names.add(`${object.name}.${field.name}`);
  }
  return names;
}

/** @param known the names before */
export function newComponents(schema: OrgSchema, known: ReadonlySet<string>): NewComponents {
  const objects = schema.objects();
  return {
    objects: objects
      .filter(({ name, custom }) => custom && !known.has(name) && accessRuleOf(name).by === 'own')
      .map(({ name }) => name),
    fields: objects.flatMap((object) =>
      [...object.fields.values()]
        .filter(
          (field) => field.custom && !known.has(`${object.name}.${field.name}`) && isPermissionable(object, field),
        )
        .map((field) => ({ object: object.name, field })),
    ),
  };
}

export interface GrantOptions extends NewComponents {
  readonly permissionSetId: string;
  /** View All and Modify All on the objects as well. */
  readonly everyRecord: boolean;
}

/** Read, create, edit and delete on the objects, read and edit on the fields, but for what a permission set has already. */
export function grantNewComponents(org: Org, options: GrantOptions): void {
  const { permissionSetId: parentId, everyRecord, objects, fields } = options;
  const now = org.clock();
  now.setUTCMilliseconds(0);
  const userId = org.records.find('PermissionSet', parentId)?.['CreatedById'];
  const audit = { at: now.toISOString(), userId: typeof userId === 'string' ? userId : null };
  const hasObject = org.statements.prepare(
    'SELECT 1 FROM "ObjectPermissions" WHERE "ParentId" = ? AND "SobjectType" = ?',
  );
  const hasField = org.statements.prepare('SELECT 1 FROM "FieldPermissions" WHERE "ParentId" = ? AND "Field" = ?');
  for (const object of objects) {
    if (hasObject.get(parentId, object)) continue;
    insertObjectPermissions(org, { parentId, object, access: 'all', everyRecord, audit });
  }
  for (const { object, field } of fields) {
    if (hasField.get(parentId, `${object}.${field.name}`)) continue;
    insertFieldPermissions(org, { parentId, object, field, access: 'all', audit });
  }
}
