import { permissionDependency } from '../../access/permission-dependency.ts';
import type { PermissionRows } from '../../access/permission-rows.ts';
import type { StoredRecord } from '../../dml/stored-record.ts';
import { isPermissionable } from '../../schema/is-permissionable.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { MetadataError } from '../metadata-error.ts';
import { unknownName, type PermissionContext } from './permission-context.ts';
import type { ObjectPermissionXml, PermissionsXml } from './permissions-xml.ts';

export interface PermissionRowsOptions {
  /** Objects whose own permissions stay as they are, whatever is said about them. @default none */
  readonly isFixed?: (object: ObjectDefinition) => boolean;
  /** Records of every object that the user permissions open; what is said about them by object counts for nothing. @default none */
  readonly everyRecord?: { readonly view: boolean; readonly modify: boolean };
}

/**
 * The rows of ObjectPermissions and FieldPermissions that the permissions stand for. Of a managed package, those on
 * standard objects and their fields are left out, without a word.
 * Source: packaging guide, Permission Sets and Profile Settings in Packages; Metadata API guide, PermissionSet, Profile.
 * The texts of refusals are those of public deployment logs.
 *
 * @throws MetadataError for what the org lacks, and for permissions without those that they depend on
 */
export function permissionRowsOf(
  context: PermissionContext,
  xml: PermissionsXml,
  options: PermissionRowsOptions = {},
): PermissionRows {
  return { objects: objectRows(context, xml, options), fields: fieldRows(context, xml) };
}

function objectRows(
  { org, component, naming }: PermissionContext,
  { objectPermissions = [] }: PermissionsXml,
  { isFixed = () => false, everyRecord = { view: false, modify: false } }: PermissionRowsOptions,
): PermissionRows['objects'] {
  const rows = new Map<string, StoredRecord | null>();
  for (const permission of objectPermissions) {
    const object = org.schema.object(naming.object(permission.object));
    if (!object) throw unknownName(component, 'object', 'CustomObject', permission.object);
    if ((naming.namespace !== null && !object.custom) || isFixed(object)) continue;
    const given = {
      ...permission,
      viewAllRecords: permission.viewAllRecords && !everyRecord.view,
      modifyAllRecords: permission.modifyAllRecords && !everyRecord.modify,
    };
    const missing = permissionDependency(flagsOf(object.name, given));
    if (missing) throw new MetadataError({ file: component.file, problem: missing.message });
    rows.set(object.name, given.allowRead ? rowOf(given, everyRecord) : null);
  }
  return rows;
}

function flagsOf(object: string, given: ObjectPermissionXml) {
  return {
    object,
    read: given.allowRead,
    create: given.allowCreate,
    edit: given.allowEdit,
    delete: given.allowDelete,
    viewAll: given.viewAllRecords,
    modifyAll: given.modifyAllRecords,
  };
}

function rowOf(given: ObjectPermissionXml, everyRecord: { view: boolean; modify: boolean }): StoredRecord {
  return {
    PermissionsRead: 1,
    PermissionsCreate: Number(given.allowCreate),
    PermissionsEdit: Number(given.allowEdit),
    PermissionsDelete: Number(given.allowDelete),
    PermissionsViewAllRecords: Number(given.viewAllRecords || everyRecord.view),
    PermissionsModifyAllRecords: Number(given.modifyAllRecords || everyRecord.modify),
    PermissionsViewAllFields: Number(given.viewAllFields ?? false),
  };
}

function fieldRows(
  { org, component, naming }: PermissionContext,
  { fieldPermissions = [] }: PermissionsXml,
): PermissionRows['fields'] {
  const rows = new Map<string, StoredRecord | null>();
  for (const { field: name, readable, editable } of fieldPermissions) {
    const [objectName = '', fieldName = ''] = name.split('.');
    const object = org.schema.object(naming.object(objectName));
    const field = object && org.schema.field(object.name, naming.field(objectName, fieldName));
    if (!object || !field) throw unknownName(component, 'field', 'CustomField', name);
    if (naming.namespace !== null && !field.custom) continue;
    if (!isPermissionable(object, field)) {
      throw new MetadataError({ file: component.file, problem: `You cannot deploy to a required field: ${name}` });
    }
    rows.set(
      `${object.name}.${field.name}`,
      readable ? { PermissionsRead: 1, PermissionsEdit: Number(editable) } : null,
    );
  }
  return rows;
}
