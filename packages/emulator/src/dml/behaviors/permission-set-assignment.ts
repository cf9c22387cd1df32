import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { toShortId } from '../../org/record-id.ts';
import type { ObjectBehavior } from '../object-behavior.ts';

/** A user holds a permission set once. The text of the error is not verified. */
export const permissionSetAssignment: ObjectBehavior = {
  object: 'PermissionSetAssignment',
  beforeCreate({ org }, values) {
    const { AssigneeId, PermissionSetId } = values;
    if (typeof AssigneeId !== 'string' || typeof PermissionSetId !== 'string') return;
    const known = org.statements
      .prepare(
        'SELECT 1 FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "PermissionSetId" = ? AND "IsDeleted" = 0',
      )
      .get(AssigneeId, PermissionSetId);
    if (known) {
      throw new SalesforceApiError({
        status: 400,
        errorCode: 'DUPLICATE_VALUE',
        message: `Duplicate PermissionSetAssignment. Assignee: ${toShortId(AssigneeId)}; Permission Set: ${toShortId(PermissionSetId)}`,
        fields: ['AssigneeId', 'PermissionSetId'],
      });
    }
    values['IsActive'] = 1;
  },
};
