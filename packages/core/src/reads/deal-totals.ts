import { z } from 'zod';
import { type Aggregate, buildQuery } from '../soql/build-query.ts';
import { queryPart } from './read-part.ts';
import type { VisiblePart } from './read-visible.ts';
import type { QueryPage } from './query-page.ts';
import type { VisibleFields } from './visible-fields.ts';

/** All deals of an account, however many of them a list shows. */
export interface DealTotals {
  readonly open: DealTotal;
  readonly won: DealTotal;
  readonly lost: DealTotal;
}

export interface DealTotal {
  readonly count: number;
  /**
   * Their sum, as Salesforce adds it: in an org with several currencies, in the corporate one. Undefined where the user may
   * not see amounts.
   */
  readonly amount: number | undefined;
}

const totalRow = z.object({
  IsClosed: z.boolean(),
  IsWon: z.boolean(),
  deals: z.number(),
  amount: z.number().nullish(),
});

type TotalRow = z.output<typeof totalRow>;

/** One row for the open deals, one for the won and one for the lost. */
export function dealTotalsPart(accountId: string, visible: VisibleFields): VisiblePart<QueryPage<TotalRow>> {
  const groups = ['IsClosed', 'IsWon'];
  return {
    wanted: { Opportunity: [...groups, 'Amount'] },
    part: () => {
      if (!visible.isVisible('Opportunity') || visible.hidden('Opportunity', groups).length > 0) return undefined;
      const sums: Aggregate[] = visible
        .choose('Opportunity', ['Amount'])
        .map((field) => ({ aggregate: 'SUM', field, as: 'amount' }));
      const soql = buildQuery({
        select: [...groups, { aggregate: 'COUNT', field: 'Id', as: 'deals' }, ...sums],
        from: 'Opportunity',
        where: [{ field: 'AccountId', equals: accountId }],
        groupBy: groups,
      });
      return queryPart({ soql, row: totalRow, object: 'Opportunity' });
    },
  };
}

export function toDealTotals(rows: readonly TotalRow[], visible: VisibleFields): DealTotals {
  const none = visible.choose('Opportunity', ['Amount']).length === 0 ? undefined : 0;
  const total = (isOne: (row: TotalRow) => boolean): DealTotal => {
    const row = rows.find((one) => isOne(one));
    return { count: row?.deals ?? 0, amount: row?.amount ?? none };
  };
  return {
    open: total(({ IsClosed }) => !IsClosed),
    won: total(({ IsWon }) => IsWon),
    lost: total(({ IsClosed, IsWon }) => IsClosed && !IsWon),
  };
}
