import { isPermissionable } from '../schema/is-permissionable.ts';
import type { FieldDefinition, ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { createSchemaView } from '../schema/schema-view.ts';
import { isSettableAuditField } from './settable-audit-fields.ts';
import { accessRuleOf } from './access-rule.ts';
import type { FieldGrant, GrantedPermissions, ObjectGrant } from './granted-permissions.ts';

const NOTHING: ObjectGrant = { read: false, create: false, edit: false, delete: false, viewAllFields: false };
const ALL: ObjectGrant = { read: true, create: true, edit: true, delete: true, viewAllFields: false };

/**
 * The schema as these permissions show it: objects that cannot be read and fields that field-level security hides are
 * not there, and what may be written follows the permissions. With nothing to hide it is the org's schema itself.
 */
export function toVisibleSchema(schema: OrgSchema, granted: GrantedPermissions): OrgSchema {
  const all = schema.objects();
  const visible = new Map<string, ObjectGrant>();
  for (const { name } of all) {
    const grant = grantOf(name, granted);
    if (grant.read) visible.set(name, grant);
  }
  const objects = all.flatMap((object) => {
    const grant = visible.get(object.name);
    return grant ? [toVisibleObject(object, { grant, granted, isHidden })] : [];
  });
  const same = objects.length === all.length && objects.every((object, index) => object === all[index]);
  return same ? schema : createSchemaView(objects);

  function isHidden(object: string): boolean {
    return schema.object(object) !== undefined && !visible.has(object);
  }
}

function grantOf(object: string, granted: GrantedPermissions): ObjectGrant {
  const { permissions } = granted;
  const anyOf = (names: readonly string[]): boolean => names.some((name) => permissions.has(name));
  const rule = accessRuleOf(object);
  switch (rule.by) {
    case 'own': {
      const grant = granted.objects.get(object.toLowerCase()) ?? NOTHING;
      if (permissions.has('ModifyAllData')) return { ...ALL, viewAllFields: grant.viewAllFields };
      return permissions.has('ViewAllData') ? { ...grant, read: true } : grant;
    }
    case 'parents': {
      const grants = rule.parents.map((parent) => grantOf(parent, granted));
      const write = grants.every(({ read }) => read) && grants[0]?.edit === true;
      return { ...ALL, read: grants.every(({ read }) => read), create: write, edit: write, delete: write };
    }
    case 'everyone': {
      const write = rule.write === undefined || anyOf(rule.write);
      return { ...ALL, create: write, edit: write, delete: write };
    }
    default: {
      const write = anyOf(rule.write);
      return { ...ALL, read: anyOf(rule.read), create: write, edit: write, delete: write };
    }
  }
}

interface Visibility {
  readonly grant: ObjectGrant;
  readonly granted: GrantedPermissions;
  readonly isHidden: (object: string) => boolean;
}

function toVisibleObject(object: ObjectDefinition, visibility: Visibility): ObjectDefinition {
  const { grant } = visibility;
  const fields = [...object.fields.values()].flatMap((field) => toVisibleField(object, field, visibility) ?? []);
  const allowed = {
    createable: object.createable && grant.create,
    updateable: object.updateable && grant.edit,
    deletable: object.deletable && grant.delete,
  };
  const same =
    fields.length === object.fields.size &&
    fields.every((field) => object.fields.get(field.name) === field) &&
    allowed.createable === object.createable &&
    allowed.updateable === object.updateable &&
    allowed.deletable === object.deletable;
  return same ? object : { ...object, ...allowed, fields: new Map(fields.map((field) => [field.name, field])) };
}

function toVisibleField(
  object: ObjectDefinition,
  field: FieldDefinition,
  visibility: Visibility,
): FieldDefinition | undefined {
  const grant = fieldGrantOf(object, field, visibility);
  if (!grant.read) return undefined;
  const setsAudit = visibility.granted.permissions.has('CreateAuditFields') && isSettableAuditField(object, field.name);
  const createable = (field.createable || setsAudit) && grant.edit && visibility.grant.create;
  const updateable = field.updateable && grant.edit && visibility.grant.edit;
  const shown = withoutHiddenTargets(field, visibility.isHidden);
  if (createable === field.createable && updateable === field.updateable) return shown;
  return { ...shown, createable, updateable };
}

/** A part of an address is granted with its compound field, as `Account.BillingAddress`. */
function fieldGrantOf(object: ObjectDefinition, field: FieldDefinition, { grant, granted }: Visibility): FieldGrant {
  if (!isPermissionable(object, field)) return { read: true, edit: true };
  const named = (name: string): FieldGrant | undefined => granted.fields.get(`${object.name}.${name}`.toLowerCase());
  const own = named(field.name);
  const compound = field.compoundFieldName === undefined ? undefined : named(field.compoundFieldName);
  return {
    read: grant.viewAllFields || own?.read === true || compound?.read === true,
    edit: own?.edit === true || compound?.edit === true,
  };
}

/** A reference that only objects can be behind which the user cannot read leads nowhere. That describe shows it so is not verified. */
function withoutHiddenTargets(field: FieldDefinition, isHidden: (object: string) => boolean): FieldDefinition {
  const targets = field.referenceTo ?? [];
  if (targets.length === 0 || !targets.every(isHidden)) return field;
  const { relationshipName: _, ...rest } = field;
  return { ...rest, referenceTo: [] };
}
