import type { Emulator } from '@uman/emulator';
import type { WrittenRow } from './run-import.ts';

/** What the org itself says, whatever the workflows reported. */
export interface OrgCheck {
  /** Records beyond one for each row. */
  readonly duplicates: number;
  /** Rows that were reported as written and are not there. */
  readonly lost: number;
}

/** Looks at the org from outside: opportunities by the CRM's id, accounts by name. Neither is unique in this org. */
export function checkOrg(emulator: Emulator, rows: readonly WrittenRow[]): OrgCheck {
  const deals = countBy(emulator.records('Opportunity'), 'CRM_Id__c');
  const accounts = countBy(emulator.records('Account'), 'Name');
  const counted = rows.map(({ row }) => (row.kind === 'deal' ? deals : accounts).get(row.id) ?? 0);
  const surplus = [...deals.values(), ...accounts.values()].reduce((sum, count) => sum + count - 1, 0);
  return { duplicates: surplus, lost: counted.filter((count) => count === 0).length };
}

function countBy(records: readonly Record<string, unknown>[], field: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    const value = record[field];
    if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
