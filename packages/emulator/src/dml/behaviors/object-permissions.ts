import { accessRuleOf } from '../../access/access-rule.ts';
import { permissionDependency } from '../../access/permission-dependency.ts';
import { badPicklistValue } from '../field-errors.ts';
import type { DmlContext } from '../dml-context.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import type { StoredRecord } from '../stored-record.ts';
import { refuseManaged, refuseTwice } from './permission-parent.ts';

/**
 * One row for an object in a permission set; a row that allows nothing is removed. Source: Object Reference,
 * ObjectPermissions; the text on unknown objects from a public tool that copies permission sets. That a new row which
 * allows nothing is refused, and not dropped, is not verified.
 */
export const objectPermissions: ObjectBehavior = {
  object: 'ObjectPermissions',
  beforeCreate(context, values) {
    refuseManaged(context, values['ParentId']);
    normalizeObject(context, values);
    refuseTwice(context, 'ObjectPermissions', 'SobjectType', values);
    checkDependencies(values);
  },
  beforeUpdate(context, changes, record) {
    refuseManaged(context, record['ParentId']);
    const next = { ...record, ...changes };
    if (!allowsNothing(next)) checkDependencies(next);
  },
  afterUpdate({ org }, changes, record) {
    if (allowsNothing({ ...record, ...changes })) org.records.remove('ObjectPermissions', String(record['Id']));
  },
  beforeDelete(context, record) {
    refuseManaged(context, record['ParentId']);
  },
};

/** The name as the schema has it, of an object that has permissions of its own. */
function normalizeObject({ org }: DmlContext, values: StoredRecord): void {
  const given = values['SobjectType'];
  if (typeof given !== 'string') return;
  const object = org.schema.object(given);
  const field = org.schema.field('ObjectPermissions', 'SobjectType');
  if (field && (!object || accessRuleOf(object.name).by !== 'own')) throw badPicklistValue(field, given);
  if (object) values['SobjectType'] = object.name;
}

function checkDependencies(values: StoredRecord): void {
  const missing = permissionDependency({
    object: String(values['SobjectType']),
    read: values['PermissionsRead'] === 1,
    create: values['PermissionsCreate'] === 1,
    edit: values['PermissionsEdit'] === 1,
    delete: values['PermissionsDelete'] === 1,
    viewAll: values['PermissionsViewAllRecords'] === 1,
    modifyAll: values['PermissionsModifyAllRecords'] === 1,
  });
  if (missing) throw missing;
}

function allowsNothing(values: StoredRecord): boolean {
  return !Object.entries(values).some(([name, value]) => name.startsWith('Permissions') && value === 1);
}
