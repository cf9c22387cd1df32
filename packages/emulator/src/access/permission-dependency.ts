import { SalesforceApiError } from '../http/salesforce-api-error.ts';

export interface ObjectPermissionFlags {
  readonly object: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

type Flag = Exclude<keyof ObjectPermissionFlags, 'object'>;

const NAMES: Readonly<Record<Flag, string>> = {
  read: 'Read',
  create: 'Create',
  edit: 'Edit',
  delete: 'Delete',
  viewAll: 'View All',
  modifyAll: 'Modify All',
};

/** Source: Object Reference, ObjectPermissions, "Requires …" of each field. */
const NEEDS: readonly (readonly [Flag, readonly Flag[]])[] = [
  ['create', ['read']],
  ['edit', ['read']],
  ['delete', ['edit', 'read']],
  ['viewAll', ['read']],
  ['modifyAll', ['delete', 'edit', 'read', 'viewAll']],
];

/**
 * What is said when one permission on an object needs another that is not there.
 * Source: texts of public deployment logs ("Permission Create ID_Search__c depends on permission(s): Read ID_Search__c").
 */
export function permissionDependency(flags: ObjectPermissionFlags): SalesforceApiError | undefined {
  for (const [permission, needed] of NEEDS) {
    const missing = needed.filter((each) => !flags[each]);
    if (flags[permission] && missing.length > 0) {
      const list = missing.map((each) => `${NAMES[each]} ${flags.object}`).join(', ');
      return dependsOn(`${NAMES[permission]} ${flags.object}`, list);
    }
  }
  return undefined;
}

export function dependsOn(permission: string, needed: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: `Permission ${permission} depends on permission(s): ${needed}`,
    fields: [],
  });
}
