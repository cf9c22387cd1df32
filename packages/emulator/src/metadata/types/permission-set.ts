import { defineMetadataType } from '../metadata-type.ts';
import { readPermissionSet } from '../permissions/read-permission-set.ts';
import { permissionSetId, removePermissionSet } from '../permissions/remove-permission-set.ts';
import { savePermissionSet } from '../permissions/save-permission-set.ts';

/** Source: Metadata API guide, PermissionSet. */
export const permissionSet = defineMetadataType({
  name: 'PermissionSet',
  suffix: 'permissionset',
  directory: 'permissionsets',
  read: readPermissionSet,
  save: ({ org, naming }, component, xml) => savePermissionSet({ org, naming, component }, xml),
  remove: removePermissionSet,
  rename(org, from, to) {
    org.statements
      .prepare('UPDATE "PermissionSet" SET "Name" = ? WHERE "Id" = ?')
      .run(to, permissionSetId(org, from) ?? '');
  },
  idOf: permissionSetId,
});
