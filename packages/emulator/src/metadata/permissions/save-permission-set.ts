import { savePermissionRows } from '../../access/permission-rows.ts';
import { saveRow } from '../save-row.ts';
import type { PermissionContext } from './permission-context.ts';
import { permissionRowsOf } from './permission-rows-of.ts';
import type { PermissionSetXml } from './read-permission-set.ts';
import { saveRecordTypeVisibilities } from './save-record-type-visibilities.ts';
import { noUserPermissions, userPermissionValues } from './user-permission-values.ts';

/**
 * Its permissions become rows of ObjectPermissions and FieldPermissions, and are all that it has. Of a managed package,
 * user permissions are not installed, without a word.
 * Source: packaging guide, Permission Sets and Profile Settings in Packages; Metadata API guide, PermissionSet.
 *
 * @returns the API name
 */
export function savePermissionSet(context: PermissionContext, xml: PermissionSetXml): string {
  const { org, component, naming } = context;
  const { name } = component;
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
      ...noUserPermissions,
      ...(naming.namespace === null && userPermissionValues(component, xml)),
    },
  );
  savePermissionRows(org, id, permissionRowsOf(context, xml));
  org.statements.prepare('DELETE FROM __record_type_visibility WHERE permission_set_id = ?').run(id);
  saveRecordTypeVisibilities(context, { permissionSetId: id, xml });
  return naming.component(name);
}
