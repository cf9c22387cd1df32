import type { StoredRecord } from '../dml/stored-record.ts';
import { insertToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';

/** A package without a version yet, and how subscribers will know it. @returns its id, `0Ho…` */
export function createPackage(context: ToolingContext, values: StoredRecord): string {
  const subscriberPackageId = insertToolingRow(context, 'SubscriberPackage', {
    Name: values['Name'] ?? null,
    NamespacePrefix: values['NamespacePrefix'] ?? null,
    Description: values['Description'] ?? null,
    IsPackageValid: 1,
  });
  return insertToolingRow(context, 'Package2', { ...values, SubscriberPackageId: subscriberPackageId });
}
