import type { Blemish } from './blemish.ts';
import { clip } from './clip.ts';
import { closestName } from './closest-name.ts';
import type { CrmFiles, PipelineRow } from './crm-files.ts';
import type { PlannedDeal, RejectedRow } from './planned-row.ts';
import { readNumber } from './read-number.ts';

const FILE = 'sales_pipeline.csv';

/** Stages of the CRM, and the stage of the org that each stands for. */
const STAGES: Readonly<Record<string, string>> = {
  Prospecting: 'Prospecting',
  Engaging: 'Qualification',
  Won: 'Closed Won',
  Lost: 'Closed Lost',
};
/** An open deal is expected to close this long after it was engaged. */
const EXPECTED_DAYS = 90;

export interface PlanDealOptions {
  readonly row: PipelineRow;
  readonly connectionId: string;
  readonly crm: CrmFiles;
  /** The latest date that the export knows; deals without any date are expected to close after it. */
  readonly latestDate: string;
  readonly note: (blemish: Blemish) => void;
}

/** A pipeline row as a write: its product, its agent and the agent's team are what the org requires first. */
export function planDeal({ row, connectionId, crm, latestDate, note }: PlanDealOptions): PlannedDeal | RejectedRow {
  const at = { file: FILE, line: row.line, id: row.opportunity_id };
  if (row.opportunity_id === '')
    return { ...at, id: `line ${row.line}`, reason: 'opportunity_id is empty: nothing to tell it apart by' };
  if (row.malformed !== undefined) return { ...at, reason: row.malformed };
  const blemish = (column: string, value: string, treatment: string) => note({ ...at, column, value, treatment });
  const find = <Row>(
    column: string,
    value: string,
    rows: readonly Row[],
    nameOf: (row: Row) => string,
  ): Row | undefined => {
    if (value === '') return undefined;
    const exact = rows.find((candidate) => nameOf(candidate) === value);
    if (exact !== undefined) return exact;
    const meant = closestName(value, rows.map(nameOf));
    if (meant !== undefined) blemish(column, value, `read as "${clip(meant)}"`);
    return rows.find((candidate) => nameOf(candidate) === meant);
  };

  const stage = find('deal_stage', row.deal_stage, Object.keys(STAGES), (name) => name);
  const product = find('product', row.product, crm.products, ({ product }) => product);
  const agent = find('sales_agent', row.sales_agent, crm.salesTeams, ({ sales_agent }) => sales_agent);
  if (stage === undefined)
    return { ...at, reason: `deal_stage "${clip(row.deal_stage)}" is no stage of this pipeline` };
  if (product === undefined) return { ...at, reason: `product "${clip(row.product)}" is not in products.csv` };
  if (agent === undefined) return { ...at, reason: `sales_agent "${clip(row.sales_agent)}" is not in sales_teams.csv` };

  if (agent.manager === '')
    return { ...at, reason: `sales_agent "${clip(row.sales_agent)}" has no manager in sales_teams.csv` };

  const account = find('account', row.account, crm.accounts, ({ account }) => account);
  if (row.account === '') blemish('account', '', 'the deal is written without an account');
  else if (account === undefined)
    blemish('account', row.account, 'the deal is written without an account: no such account');

  const engagedOn = readDate(row.engage_date);
  if (engagedOn === undefined && row.engage_date !== '')
    blemish('engage_date', row.engage_date, 'left out: not a date');
  let closeDate = readDate(row.close_date);
  if (closeDate === undefined) {
    closeDate = addDays(engagedOn ?? latestDate, EXPECTED_DAYS);
    blemish(
      'close_date',
      row.close_date,
      `expected on ${closeDate}, ${EXPECTED_DAYS} days after ${engagedOn === undefined ? 'the last date of the export' : 'it was engaged'}`,
    );
  }
  const amount = readNumber(row.close_value);
  if (amount === undefined && row.close_value !== '') blemish('close_value', row.close_value, 'left out: not a number');

  const price = readNumber(product.sales_price);

  return {
    kind: 'deal',
    ...at,
    account: account?.account,
    input: {
      key: `crm/opportunity/${row.opportunity_id}`,
      connectionId,
      priority: 'bulk',
      required: [
        {
          ref: 'offering',
          object: 'Offering__c',
          match: { Code__c: product.product },
          fields: {
            Name: product.product,
            Series__c: product.series,
            ...(price !== undefined && { List_Price__c: price }),
          },
        },
        {
          ref: 'team',
          object: 'Sales_Team__c',
          match: { Code__c: agent.manager },
          fields: { Name: agent.manager, Regional_Office__c: agent.regional_office },
        },
        {
          ref: 'agent',
          object: 'Sales_Agent__c',
          match: { Code__c: agent.sales_agent },
          fields: { Name: agent.sales_agent, Sales_Team__c: { ref: 'team' } },
        },
      ],
      record: {
        fields: {
          Name: `${account?.account ?? 'No account'}: ${product.product} (${row.opportunity_id})`,
          StageName: STAGES[stage] ?? stage,
          CloseDate: closeDate,
          CRM_Id__c: row.opportunity_id,
          Offering__c: { ref: 'offering' },
          Sales_Agent__c: { ref: 'agent' },
          ...(amount !== undefined && { Amount: amount }),
          ...(engagedOn !== undefined && { Engaged_On__c: engagedOn }),
        },
      },
    },
  };
}

/** `YYYY-MM-DD`, when the text is such a date. */
export function readDate(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
