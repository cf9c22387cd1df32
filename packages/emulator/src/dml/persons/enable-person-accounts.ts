import type { Org } from '../../org/org.ts';
import { saveRow } from '../../metadata/save-row.ts';

/**
 * Setup → Person Accounts. Gives Account its two first record types, for businesses and for persons, as scratch orgs with
 * the feature have them. It cannot be turned off again. Source: Salesforce Help, "Enable Person Accounts"; the names of the
 * record types from public projects that look for `PersonAccount`.
 */
export function enablePersonAccounts(org: Org): void {
  if (org.schema.field('Account', 'IsPersonAccount')) return;
  org.transaction(() => {
    org.schema.enablePersonAccounts();
    org.schema.objects();
    const recordType = (name: string, Name: string, IsPersonType: number): void => {
      saveRow(
        org,
        'RecordType',
        { SobjectType: 'Account', DeveloperName: name, NamespacePrefix: null },
        { Name, IsActive: 1, IsPersonType },
      );
    };
    recordType('Business_Account', 'Business Account', 0);
    recordType('PersonAccount', 'Person Account', 1);
    org.schema.refresh();
  });
}
