import type { Emulator } from '@uman/emulator';
import type { WrittenRow } from './run-import.ts';

/** What the org itself says, whatever the workflows reported. */
export interface OrgCheck {
  /** Records beyond one for each thing that the rows name: deals, accounts, and the products, agents and teams they need. */
  readonly duplicates: number;
  /** Rows that were reported as written, and whose record is not there or is another one's. */
  readonly lost: number;
}

/** By what a record of each object is told apart. Only the last three are unique in this org by its own rules. */
const KEYS = {
  Opportunity: 'CRM_Id__c',
  Account: 'Name',
  Offering__c: 'Code__c',
  Sales_Agent__c: 'Code__c',
  Sales_Team__c: 'Code__c',
} as const;

/** Looks at the org from outside. */
export function checkOrg(emulator: Emulator, rows: readonly WrittenRow[]): OrgCheck {
  const duplicates = Object.entries(KEYS).map(([object, key]) => surplus(emulator.records(object), key));
  const keysById = (object: 'Opportunity' | 'Account') =>
    new Map(emulator.records(object).map((record) => [record['Id'], record[KEYS[object]]]));
  const there = { deal: keysById('Opportunity'), account: keysById('Account') };
  const lost = rows.filter(({ row, recordId }) => there[row.kind].get(recordId) !== row.id);
  return { duplicates: duplicates.reduce((sum, count) => sum + count, 0), lost: lost.length };
}

function surplus(records: readonly Record<string, unknown>[], key: string): number {
  const keyed = records.map((record) => record[key]).filter((value) => typeof value === 'string');
  return keyed.length - new Set(keyed).size;
}
