import { dependsOn } from '../../access/permission-dependency.ts';
import { isPermissionable } from '../../schema/is-permissionable.ts';
import { badPicklistValue } from '../field-errors.ts';
import type { DmlContext } from '../dml-context.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import type { StoredRecord } from '../stored-record.ts';
import { refuseManaged, refuseTwice } from './permission-parent.ts';

/**
 * One row for a field in a permission set; without Read there is none. A look-up may be named without its `Id`.
 * Source: Object Reference, FieldPermissions; the text on unknown fields from a public tool that copies permission sets.
 * The texts on Edit without Read, and what a new row without Read answers, are not verified.
 */
export const fieldPermissions: ObjectBehavior = {
  object: 'FieldPermissions',
  beforeCreate(context, values) {
    refuseManaged(context, values['ParentId']);
    normalizeField(context, values);
    refuseTwice(context, 'FieldPermissions', 'Field', values);
    checkDependency(values);
  },
  beforeUpdate(context, changes, record) {
    refuseManaged(context, record['ParentId']);
    checkDependency({ ...record, ...changes });
  },
  afterUpdate({ org }, changes, record) {
    if ({ ...record, ...changes }['PermissionsRead'] !== 1) {
      org.records.remove('FieldPermissions', String(record['Id']));
    }
  },
  beforeDelete(context, record) {
    refuseManaged(context, record['ParentId']);
  },
};

function normalizeField({ org }: DmlContext, values: StoredRecord): void {
  const given = values['Field'];
  if (typeof given !== 'string') return;
  const [objectName = '', fieldName = ''] = given.split('.');
  const object = org.schema.object(objectName);
  const field = object && (org.schema.field(object.name, fieldName) ?? org.schema.field(object.name, `${fieldName}Id`));
  const own = org.schema.field('FieldPermissions', 'Field');
  if (!object || !field || !isPermissionable(object, field)) {
    if (own) throw badPicklistValue(own, given);
    return;
  }
  values['Field'] = `${object.name}.${field.name}`;
  values['SobjectType'] = object.name;
}

function checkDependency({ Field, PermissionsEdit, PermissionsRead }: StoredRecord): void {
  if (PermissionsEdit === 1 && PermissionsRead !== 1) throw dependsOn(`Edit ${String(Field)}`, `Read ${String(Field)}`);
}
