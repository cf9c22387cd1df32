import type { Blemish } from './blemish.ts';
import type { AccountRow, CrmFiles, CrmRow, PipelineRow } from './crm-files.ts';
import { planAccount, readName } from './plan-account.ts';
import { planDeal, readDate } from './plan-deal.ts';
import { readNumber } from './read-number.ts';
import type { ImportPlan, PlannedAccount, PlannedDeal, RejectedRow } from './planned-row.ts';

export interface PlanImportOptions {
  readonly crm: CrmFiles;
  readonly connectionId: string;
  /** Rows; each deal comes after its account and the account's parents. @default all rows, accounts without deals too */
  readonly limit?: number | undefined;
}

/** What becomes of each row of the export. Pure: nothing is written. */
export function planImport({ crm, connectionId, limit }: PlanImportOptions): ImportPlan {
  const blemishes: Blemish[] = [];
  const note = (blemish: Blemish) => blemishes.push(blemish);
  const accountNames = [...new Set(crm.accounts.map(({ account }) => account))];
  const latestDate = crm.pipeline
    .flatMap(({ engage_date, close_date }) => [readDate(engage_date), readDate(close_date)])
    .reduce<string>((latest, date) => (date !== undefined && date > latest ? date : latest), '2017-01-01');

  const accounts: PlannedAccount[] = [];
  const deals: PlannedDeal[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  /** A second row with the same id is a row of its own: said, and not written over the first. */
  const isRepeated = (file: string, id: string, line: number): boolean => {
    const first = seen.get(`${file}/${id}`);
    if (first !== undefined)
      rejected.push({ file, line, id, reason: `the same id stands on line ${first}; only the first row is written` });
    else seen.set(`${file}/${id}`, line);
    return first !== undefined;
  };

  noteRepeated('products.csv', 'product', crm.products, note);
  noteRepeated('sales_teams.csv', 'sales_agent', crm.salesTeams, note);
  for (const { line, product, sales_price } of crm.products) {
    if (readNumber(sales_price) !== undefined) continue;
    const treatment = 'left out: not a number';
    note({ file: 'products.csv', line, id: product, column: 'sales_price', value: sales_price, treatment });
  }
  for (const row of chooseRows(crm, limit)) {
    if (row.kind === 'account') {
      const planned = planAccount({ row: row.row, connectionId, accountNames, note });
      if ('reason' in planned) rejected.push(planned);
      else if (!isRepeated(planned.file, planned.id, planned.line)) accounts.push(planned);
    } else {
      const planned = planDeal({ row: row.row, connectionId, crm, latestDate, note });
      if ('reason' in planned) rejected.push(planned);
      else if (!isRepeated(planned.file, planned.id, planned.line)) deals.push(planned);
    }
  }
  return { accounts: parentsFirst(accounts, note), deals, rejected, blemishes };
}

/** Rows that others refer to by name: the first of a name is meant. */
function noteRepeated<Column extends string>(
  file: string,
  column: Column,
  rows: readonly CrmRow<Column>[],
  note: (blemish: Blemish) => void,
): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const { line } = row;
    const id: string = row[column];
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, line);
    else note({ file, line, id, column, value: id, treatment: `left out: it stands on line ${earlier} already` });
  }
}

type ChosenRow =
  { readonly kind: 'account'; readonly row: AccountRow } | { readonly kind: 'deal'; readonly row: PipelineRow };

/** The rows in the order of the pipeline, each deal after its account and the account's parents; then what is left. */
function chooseRows(crm: CrmFiles, limit = Number.POSITIVE_INFINITY): ChosenRow[] {
  const chosen: ChosenRow[] = [];
  const taken = new Set<AccountRow>();
  const byName = new Map(crm.accounts.toReversed().map((row) => [row.account, row]));
  const names = [...byName.keys()];
  const takeAccount = (written: string) => {
    const row = byName.get(readName(written, names) ?? '');
    if (row === undefined || taken.has(row)) return;
    taken.add(row);
    if (row.subsidiary_of !== '') takeAccount(row.subsidiary_of);
    chosen.push({ kind: 'account', row });
  };
  for (const row of crm.pipeline) {
    if (chosen.length >= limit) break;
    if (row.account !== '') takeAccount(row.account);
    chosen.push({ kind: 'deal', row });
  }
  for (const row of crm.accounts) {
    if (!taken.has(row)) chosen.push({ kind: 'account', row });
  }
  return chosen.slice(0, limit);
}

/** Parents before their subsidiaries; a ring of parents is opened where it closes, and said. */
function parentsFirst(accounts: readonly PlannedAccount[], note: (blemish: Blemish) => void): PlannedAccount[] {
  const byName = new Map(accounts.map((account) => [account.id, account]));
  const ordered = new Map<string, PlannedAccount>();
  const visit = (account: PlannedAccount, below: ReadonlySet<string>) => {
    if (ordered.has(account.id)) return;
    const parent = account.parent === undefined ? undefined : byName.get(account.parent);
    if (parent !== undefined && below.has(parent.id)) {
      const { file, line, id } = account;
      note({
        file,
        line,
        id,
        column: 'subsidiary_of',
        value: parent.id,
        treatment: 'left out: it is its own parent’s parent',
      });
      ordered.set(account.id, { ...account, parent: undefined });
      return;
    }
    if (parent !== undefined) visit(parent, new Set([...below, account.id]));
    if (!ordered.has(account.id)) ordered.set(account.id, account);
  };
  for (const account of accounts) visit(account, new Set([account.id]));
  return [...ordered.values()];
}
