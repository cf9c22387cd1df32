import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { userPermissionNames } from '../../schema/standard/user-permissions.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import type { StoredRecord } from '../stored-record.ts';
import { refuseManaged } from './permission-parent.ts';

/**
 * User permissions of the set that a profile owns are the profile's own. Source: Object Reference, PermissionSet. What a
 * second set of the same name, and the deletion of a set that users have, answer is not known.
 */
export const permissionSet: ObjectBehavior = {
  object: 'PermissionSet',
  beforeCreate({ org }, values) {
    const known = org.statements
      .prepare('SELECT 1 FROM "PermissionSet" WHERE "Name" = ? AND "NamespacePrefix" IS NULL')
      .get(values['Name'] ?? null);
    if (known) throw new NotEmulatedError(`a second permission set of the name ${String(values['Name'])}`);
    values['IsCustom'] = 1;
    values['IsOwnedByProfile'] = 0;
    values['Type'] = 'Regular';
  },
  beforeUpdate(context, _, record) {
    refuseManaged(context, record['Id']);
  },
  afterUpdate({ org }, changes, record) {
    if (record['IsOwnedByProfile'] !== 1) return;
    const granted: StoredRecord = {};
    for (const name of userPermissionNames) {
      const value = changes[`Permissions${name}`];
      if (value !== undefined) granted[`Permissions${name}`] = value;
    }
    org.records.update('Profile', String(record['ProfileId']), granted);
  },
  beforeDelete(context, record) {
    refuseManaged(context, record['Id']);
    const assigned = context.org.statements
      .prepare('SELECT 1 FROM "PermissionSetAssignment" WHERE "PermissionSetId" = ? AND "IsDeleted" = 0')
      .get(record['Id'] ?? null);
    if (assigned) throw new NotEmulatedError('deleting a permission set that users have');
    if (record['IsOwnedByProfile'] === 1) throw new NotEmulatedError('deleting the permission set of a profile');
  },
};
