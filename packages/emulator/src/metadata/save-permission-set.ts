import { isPermissionable } from '../schema/is-permissionable.ts';
import { userPermissionNames } from '../schema/standard/user-permissions.ts';
import { permissionDependency } from '../access/permission-dependency.ts';
import { savePermissionRows, type PermissionRows } from '../access/permission-rows.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { Naming } from './namespace.ts';
import type { PermissionSetXml } from './read-permission-set.ts';
import { saveRow } from './save-row.ts';

export interface SavePermissionSetOptions {
  readonly component: MetadataComponent;
  readonly naming: Naming;
  readonly xml: PermissionSetXml;
}

/**
 * Its permissions become rows of ObjectPermissions and FieldPermissions. Of a managed package, permissions on standard
 * objects and their fields and user permissions are not installed, without a word.
 * Source: packaging guide, Permission Sets and Profile Settings in Packages; Metadata API guide, PermissionSet. The
 * texts of refusals are those of public deployment logs.
 *
 * @returns the API name
 */
export function savePermissionSet(org: Org, { component, naming, xml }: SavePermissionSetOptions): string {
  const { name } = component;
  const packaged = naming.namespace !== null;
  const id = saveRow(
    org,
    'PermissionSet',
    { Name: name, NamespacePrefix: naming.namespace },
    {
      Label: xml.label,
      Description: xml.description?.slice(0, 255) ?? null,
      HasActivationRequired: Number(xml.hasActivationRequired ?? false),
      IsCustom: 1,
      IsOwnedByProfile: 0,
      Type: 'Regular',
      ...userPermissions(component, packaged ? [] : (xml.userPermissions ?? [])),
    },
  );
  const context = { org, component, naming, packaged };
  savePermissionRows(org, id, { objects: objectRows(context, xml), fields: fieldRows(context, xml) });
  saveRecordTypes(context, id, xml);
  return naming.component(name);
}

interface SaveContext {
  readonly org: Org;
  readonly component: MetadataComponent;
  readonly naming: Naming;
  readonly packaged: boolean;
}

function userPermissions(
  component: MetadataComponent,
  given: NonNullable<PermissionSetXml['userPermissions']>,
): StoredRecord {
  const enabled = new Set(given.filter((permission) => permission.enabled).map((permission) => permission.name));
  const unknown = given.find((permission) => !userPermissionNames.includes(permission.name));
  if (unknown) {
    throw new MetadataError({ file: component.file, problem: `the user permission ${unknown.name} is not emulated` });
  }
  return Object.fromEntries(userPermissionNames.map((name) => [`Permissions${name}`, Number(enabled.has(name))]));
}

function objectRows(
  { org, component, naming, packaged }: SaveContext,
  xml: PermissionSetXml,
): PermissionRows['objects'] {
  const rows = new Map<string, StoredRecord>();
  for (const permission of xml.objectPermissions ?? []) {
    const object = org.schema.object(naming.object(permission.object));
    if (!object) throw unknown(component, 'object', 'CustomObject', permission.object);
    if (packaged && !object.custom) continue;
    checkDependencies(component, object.name, permission);
    rows.set(object.name, {
      PermissionsRead: Number(permission.allowRead),
      PermissionsCreate: Number(permission.allowCreate),
      PermissionsEdit: Number(permission.allowEdit),
      PermissionsDelete: Number(permission.allowDelete),
      PermissionsViewAllRecords: Number(permission.viewAllRecords),
      PermissionsModifyAllRecords: Number(permission.modifyAllRecords),
      PermissionsViewAllFields: Number(permission.viewAllFields ?? false),
    });
  }
  return rows;
}

function checkDependencies(
  component: MetadataComponent,
  object: string,
  permission: NonNullable<PermissionSetXml['objectPermissions']>[number],
): void {
  const missing = permissionDependency({
    object,
    read: permission.allowRead,
    create: permission.allowCreate,
    edit: permission.allowEdit,
    delete: permission.allowDelete,
    viewAll: permission.viewAllRecords,
    modifyAll: permission.modifyAllRecords,
  });
  if (missing) throw new MetadataError({ file: component.file, problem: missing.message });
}

function fieldRows({ org, component, naming, packaged }: SaveContext, xml: PermissionSetXml): PermissionRows['fields'] {
  const rows = new Map<string, StoredRecord>();
  for (const permission of xml.fieldPermissions ?? []) {
    const [objectName = '', fieldName = ''] = permission.field.split('.');
    const object = org.schema.object(naming.object(objectName));
    const field = object && org.schema.field(object.name, naming.field(objectName, fieldName));
    if (!object || !field) throw unknown(component, 'field', 'CustomField', permission.field);
    if (packaged && !field.custom) continue;
    if (!isPermissionable(object, field)) {
      throw new MetadataError({
        file: component.file,
        problem: `You cannot deploy to a required field: ${permission.field}`,
      });
    }
    if (!permission.readable) continue;
    rows.set(`${object.name}.${field.name}`, {
      PermissionsRead: 1,
      PermissionsEdit: Number(permission.editable),
    });
  }
  return rows;
}

/** Standard objects and fields that are missing here can be there in Salesforce. */
function unknown(component: MetadataComponent, element: string, type: string, name: string): MetadataError {
  const problem = name.endsWith('__c')
    ? `In field: ${element} - no ${type} named ${name} found`
    : `the ${element} ${name} is not emulated`;
  return new MetadataError({ file: component.file, problem });
}

function saveRecordTypes(
  { org, component, naming }: SaveContext,
  permissionSetId: string,
  xml: PermissionSetXml,
): void {
  org.database.prepare('DELETE FROM __record_type_visibility WHERE permission_set_id = ?').run(permissionSetId);
  for (const { recordType, visible, default: isDefault } of xml.recordTypeVisibilities ?? []) {
    const [objectName = '', name = ''] = recordType.split('.');
    const row = org.statements
      .prepare(
        `SELECT "Id" FROM "RecordType" WHERE "SobjectType" = ? AND "DeveloperName" = ?
        ORDER BY "NamespacePrefix" IS ? DESC`,
      )
      .get(naming.object(objectName), name, naming.namespace);
    if (!row) {
      throw new MetadataError({
        file: component.file,
        problem: `In field: recordType - no RecordType named ${recordType} found`,
      });
    }
    org.database
      .prepare('INSERT OR REPLACE INTO __record_type_visibility VALUES (?, ?, ?, ?)')
      .run(permissionSetId, String(row['Id']), Number(visible), Number(isDefault ?? false));
  }
}
