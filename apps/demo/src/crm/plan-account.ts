import type { Blemish } from './blemish.ts';
import { clip } from './clip.ts';
import { closestName } from './closest-name.ts';
import type { AccountRow } from './crm-files.ts';
import type { PlannedAccount, RejectedRow } from './planned-row.ts';
import { readNumber } from './read-number.ts';

const FILE = 'accounts.csv';

/** Sectors of the CRM, and the value of Account.Industry that each stands for. */
const INDUSTRIES: Readonly<Record<string, string>> = {
  employment: 'Consulting',
  entertainment: 'Entertainment',
  finance: 'Finance',
  marketing: 'Media',
  medical: 'Healthcare',
  retail: 'Retail',
  services: 'Other',
  software: 'Technology',
  technology: 'Technology',
  telecommunications: 'Telecommunications',
};

/** Countries that the CRM has offices in, spelled as they are. */
const COUNTRIES = [
  'Belgium',
  'Brazil',
  'China',
  'Germany',
  'Italy',
  'Japan',
  'Jordan',
  'Kenya',
  'Korea',
  'Norway',
  'Panama',
  'Philippines',
  'Poland',
  'Romania',
  'United States',
];

export interface PlanAccountOptions {
  readonly row: AccountRow;
  readonly connectionId: string;
  readonly accountNames: readonly string[];
  readonly note: (blemish: Blemish) => void;
}

/** An account row as a write. */
export function planAccount({
  row,
  connectionId,
  accountNames,
  note,
}: PlanAccountOptions): PlannedAccount | RejectedRow {
  const at = { file: FILE, line: row.line, id: row.account };
  if (row.account === '') return { ...at, id: `line ${row.line}`, reason: 'account is empty: an account needs a name' };
  if (row.malformed !== undefined) return { ...at, reason: row.malformed };

  const blemish = (column: string, value: string, treatment: string) => note({ ...at, column, value, treatment });
  const fields: Record<string, string | number | null> = { Name: row.account };

  const sector = readName(row.sector, Object.keys(INDUSTRIES));
  if (sector === undefined) blemish('sector', row.sector, 'left out');
  else {
    if (sector !== row.sector) blemish('sector', row.sector, `read as "${sector}"`);
    fields['Industry'] = INDUSTRIES[sector] ?? null;
  }
  const country = readName(row.office_location, COUNTRIES);
  if (country === undefined) {
    blemish('office_location', row.office_location, row.office_location === '' ? 'left out' : 'written as it stands');
    if (row.office_location !== '') fields['BillingCountry'] = row.office_location;
  } else {
    if (country !== row.office_location) blemish('office_location', row.office_location, `read as "${country}"`);
    fields['BillingCountry'] = country;
  }
  const number = (column: 'revenue' | 'employees' | 'year_established', field: string, factor: number) => {
    const value = readNumber(row[column]);
    if (value !== undefined) fields[field] = Math.round(value * factor * 100) / 100;
    else blemish(column, row[column], 'left out: not a number');
  };
  number('revenue', 'AnnualRevenue', 1_000_000);
  number('employees', 'NumberOfEmployees', 1);
  number('year_established', 'Founded__c', 1);

  let parent: string | undefined;
  if (row.subsidiary_of !== '') {
    parent = readName(row.subsidiary_of, accountNames);
    if (parent === undefined || parent === row.account) {
      blemish('subsidiary_of', row.subsidiary_of, 'left out: no other account of that name');
      parent = undefined;
    } else if (parent !== row.subsidiary_of) blemish('subsidiary_of', row.subsidiary_of, `read as "${clip(parent)}"`);
  }
  return {
    kind: 'account',
    ...at,
    parent,
    input: { key: `crm/account/${row.account}`, connectionId, priority: 'bulk', record: { fields } },
  };
}

/** The known name that a value stands for, when it is clear which. */
export function readName(value: string, known: readonly string[]): string | undefined {
  if (value === '') return undefined;
  return known.includes(value) ? value : closestName(value, known);
}
