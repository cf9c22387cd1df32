import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { quote } from '../../schema/prepare-table.ts';
import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord, StoredValue } from '../stored-record.ts';

/** A subscriber cannot change what a managed package brought. Source: packaging guide; the answer is not known. */
export function refuseManaged({ org }: DmlContext, permissionSetId: StoredValue | undefined): void {
  const set = typeof permissionSetId === 'string' ? org.records.find('PermissionSet', permissionSetId) : undefined;
  if (typeof set?.['NamespacePrefix'] === 'string') {
    throw new NotEmulatedError('a change of a permission set that a managed package brought');
  }
}

/** A permission set has one row for an object or field. The text is that of other such rows, not verified. */
export function refuseTwice({ org }: DmlContext, object: string, key: string, values: StoredRecord): void {
  const { ParentId, [key]: name } = values;
  if (typeof ParentId !== 'string' || typeof name !== 'string') return;
  const known = org.statements
    .prepare(`SELECT 1 FROM ${quote(object)} WHERE "ParentId" = ? AND ${quote(key)} = ?`)
    .get(ParentId, name);
  if (!known) return;
  throw new SalesforceApiError({
    status: 400,
    errorCode: 'DUPLICATE_VALUE',
    message: 'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
    fields: [],
  });
}
