import { closedWonOpportunities } from '../delete-errors.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import {
  changePersonAccount,
  hasPersonAccounts,
  insertPersonContact,
  isPerson,
  readPersonAccount,
  updatePersonContact,
} from '../persons/person-account.ts';

/** An account may be a person; one with opportunities that were won stays. Source: Salesforce Help, "Considerations for Deleting Accounts". */
export const account: ObjectBehavior = {
  object: 'Account',
  beforeCreate(context, values) {
    if (hasPersonAccounts(context)) readPersonAccount(context, values);
  },
  afterCreate(context, record) {
    if (isPerson(record)) insertPersonContact(context, record);
  },
  beforeUpdate(context, changes, record) {
    if (hasPersonAccounts(context)) changePersonAccount(context, changes, record);
  },
  afterUpdate(context, changes, record) {
    if (isPerson(record)) updatePersonContact(context, changes, record);
  },
  beforeDelete({ org }, record) {
    const won = org.statements
      .prepare(
        'SELECT "Name" FROM "Opportunity" WHERE "AccountId" = ? AND "IsWon" = 1 AND "IsDeleted" = 0 ORDER BY "Name"',
      )
      .all(String(record['Id']));
    if (won.length > 0) {
      throw closedWonOpportunities(
        String(record['Name']),
        won.map((row) => String(row['Name'])),
      );
    }
  },
};
