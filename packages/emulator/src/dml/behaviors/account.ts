import { closedWonOpportunities } from '../delete-errors.ts';
import type { ObjectBehavior } from '../object-behavior.ts';

/** An account with opportunities that were won stays. Source: Salesforce Help, "Considerations for Deleting Accounts". */
export const account: ObjectBehavior = {
  object: 'Account',
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
