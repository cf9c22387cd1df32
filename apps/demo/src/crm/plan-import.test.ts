import { describe, expect, it } from 'vitest';
import { describeBlemish } from './blemish.ts';
import type { AccountRow, CrmFiles, PipelineRow } from './crm-files.ts';
import { planImport } from './plan-import.ts';

const anAccount = (changes: Partial<AccountRow> = {}): AccountRow => ({
  line: 2,
  account: 'Acme',
  sector: 'technology',
  year_established: '1996',
  revenue: '1.5',
  employees: '20',
  office_location: 'Kenya',
  subsidiary_of: '',
  ...changes,
});
const aDeal = (changes: Partial<PipelineRow> = {}): PipelineRow => ({
  line: 2,
  opportunity_id: 'A1',
  sales_agent: 'Ada',
  product: 'GTX Pro',
  account: 'Acme',
  deal_stage: 'Won',
  engage_date: '2017-01-01',
  close_date: '2017-02-01',
  close_value: '10',
  ...changes,
});
const aCrm = (changes: Partial<CrmFiles> = {}): CrmFiles => ({
  accounts: [anAccount()],
  products: [{ line: 2, product: 'GTX Pro', series: 'GTX', sales_price: '4821' }],
  salesTeams: [{ line: 2, sales_agent: 'Ada', manager: 'Bea', regional_office: 'West' }],
  pipeline: [aDeal()],
  ...changes,
});
const plan = (crm: CrmFiles, limit?: number) => planImport({ crm, connectionId: 'c', limit });

describe('planImport', () => {
  it('plans an account and its deal without a blemish', () => {
    const { accounts, deals, blemishes, rejected } = plan(aCrm());

    expect({ blemishes, rejected }).toEqual({ blemishes: [], rejected: [] });
    expect(accounts[0]?.input.record.fields).toEqual({
      Name: 'Acme',
      Industry: 'Technology',
      BillingCountry: 'Kenya',
      AnnualRevenue: 1_500_000,
      NumberOfEmployees: 20,
      Founded__c: 1996,
    });
    expect(deals[0]).toMatchObject({
      account: 'Acme',
      input: { key: 'crm/opportunity/A1', record: { fields: { StageName: 'Closed Won', Amount: 10 } } },
    });
  });

  it.each([
    [
      'a slip in a sector',
      aCrm({ accounts: [anAccount({ sector: 'technolgy' })] }),
      'accounts.csv line 2 (Acme): sector "technolgy": read as "technology"',
    ],
    [
      'a country spelled wrong',
      aCrm({ accounts: [anAccount({ office_location: 'Philipines' })] }),
      'accounts.csv line 2 (Acme): office_location "Philipines": read as "Philippines"',
    ],
    [
      'revenue that is no number',
      aCrm({ accounts: [anAccount({ revenue: 'n/a' })] }),
      'accounts.csv line 2 (Acme): revenue "n/a": left out: not a number',
    ],
    [
      'a product without its space',
      aCrm({ pipeline: [aDeal({ product: 'GTXPro' })] }),
      'sales_pipeline.csv line 2 (A1): product "GTXPro": read as "GTX Pro"',
    ],
    [
      'a deal without account',
      aCrm({ pipeline: [aDeal({ account: '' })] }),
      'sales_pipeline.csv line 2 (A1): account is empty: the deal is written without an account',
    ],
    [
      'an open deal',
      aCrm({ pipeline: [aDeal({ deal_stage: 'Engaging', close_date: '' })] }),
      'sales_pipeline.csv line 2 (A1): close_date is empty: expected on 2017-04-01, 90 days after it was engaged',
    ],
    [
      'a parent that nobody knows',
      aCrm({ accounts: [anAccount({ subsidiary_of: 'Umbrella' })] }),
      'accounts.csv line 2 (Acme): subsidiary_of "Umbrella": left out: no other account of that name',
    ],
  ])('reports %s', (_name, crm, line) => {
    expect(plan(crm).blemishes.map(describeBlemish)).toContain(line);
  });

  it.each([
    ['an unknown product', aDeal({ product: 'Unobtainium' }), 'product "Unobtainium" is not in products.csv'],
    ['an unknown stage', aDeal({ deal_stage: 'Daydreaming' }), 'deal_stage "Daydreaming" is no stage of this pipeline'],
    ['an unknown agent', aDeal({ sales_agent: 'Nobody' }), 'sales_agent "Nobody" is not in sales_teams.csv'],
    ['no id', aDeal({ opportunity_id: '' }), 'opportunity_id is empty: nothing to tell it apart by'],
  ])('rejects a deal with %s, and says why', (_name, row, reason) => {
    const { deals, rejected } = plan(aCrm({ pipeline: [row] }));

    expect(deals).toEqual([]);
    expect(rejected.map((rejection) => rejection.reason)).toEqual([reason]);
  });

  it('writes the first of two rows with the same id and rejects the second', () => {
    const { deals, rejected } = plan(aCrm({ pipeline: [aDeal(), aDeal({ line: 3, close_value: '11' })] }));

    expect(deals).toHaveLength(1);
    expect(rejected).toEqual([
      {
        file: 'sales_pipeline.csv',
        line: 3,
        id: 'A1',
        reason: 'the same id stands on line 2; only the first row is written',
      },
    ]);
  });

  it('puts parents before their subsidiaries', () => {
    const accounts = [
      anAccount({ account: 'Child', subsidiary_of: 'Parent' }),
      anAccount({ line: 3, account: 'Parent' }),
    ];

    expect(plan(aCrm({ accounts, pipeline: [] })).accounts.map(({ id }) => id)).toEqual(['Parent', 'Child']);
  });

  it('opens a ring of parents and says so', () => {
    const accounts = [
      anAccount({ account: 'Aaaa', subsidiary_of: 'Bbbb' }),
      anAccount({ line: 3, account: 'Bbbb', subsidiary_of: 'Aaaa' }),
    ];
    const { accounts: planned, blemishes } = plan(aCrm({ accounts, pipeline: [] }));

    expect(planned).toHaveLength(2);
    expect(blemishes).toHaveLength(1);
  });

  it('takes as many rows as asked for, each deal after its account', () => {
    const pipeline = [aDeal(), aDeal({ line: 3, opportunity_id: 'A2' }), aDeal({ line: 4, opportunity_id: 'A3' })];
    const { accounts, deals } = plan(aCrm({ pipeline }), 3);

    expect({ accounts: accounts.map(({ id }) => id), deals: deals.map(({ id }) => id) }).toEqual({
      accounts: ['Acme'],
      deals: ['A1', 'A2'],
    });
  });

  it('finds the account of a deal although its name has a slip, also within a limit', () => {
    const accounts = [
      anAccount({ account: 'Umbrella', subsidiary_of: 'Globex Holdng' }),
      anAccount({ line: 3, account: 'Globex Holding' }),
    ];
    const { accounts: planned, deals } = plan(aCrm({ accounts, pipeline: [aDeal({ account: 'umbrela' })] }), 3);

    expect(planned.map(({ id }) => id)).toEqual(['Globex Holding', 'Umbrella']);
    expect(deals[0]?.account).toBe('Umbrella');
  });

  it('rejects rows that cannot be read, and none is lost', () => {
    const accounts = [anAccount({ malformed: 'it has 8 values' })];
    const { rejected } = plan(aCrm({ accounts, pipeline: [aDeal({ malformed: 'it has 9 values' })] }));

    expect(rejected.map(({ file, reason }) => [file, reason])).toEqual([
      ['accounts.csv', 'it has 8 values'],
      ['sales_pipeline.csv', 'it has 9 values'],
    ]);
  });

  it('shows the beginning of a value that is long', () => {
    const { rejected } = plan(aCrm({ pipeline: [aDeal({ product: 'x'.repeat(1_000_000) })] }));

    expect(rejected[0]?.reason).toBe(`product "${'x'.repeat(60)}… (1000000 characters)" is not in products.csv`);
  });
});
