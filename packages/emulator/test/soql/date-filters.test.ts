import { describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

/** Tuesday evening in Los Angeles, where the user is; Wednesday in UTC. */
const NOW = '2026-06-17T05:00:00Z';

function closing(...dates: string[]) {
  const rig = createQueryRig({ now: NOW });
  for (const date of dates) rig.insert('Opportunity', { Name: date, StageName: 'Prospecting', CloseDate: date });
  return (where: string) => rig.values(`SELECT Name FROM Opportunity WHERE ${where} ORDER BY CloseDate`);
}

function created(...instants: string[]) {
  const rig = createQueryRig({ now: NOW });
  for (const instant of instants)
    rig.insert('Account', { Name: instant, CreatedDate: new Date(instant).toISOString() });
  return (where: string) => rig.values(`SELECT Name FROM Account WHERE ${where} ORDER BY CreatedDate`);
}

describe('dates', () => {
  it('compares days', () => {
    const find = closing('2026-06-15', '2026-06-16', '2026-06-17');

    expect(find('CloseDate = 2026-06-16')).toEqual(['2026-06-16']);
    expect(find('CloseDate >= 2026-06-16')).toEqual(['2026-06-16', '2026-06-17']);
    expect(find('CloseDate IN (2026-06-15, TODAY)')).toEqual(['2026-06-15', '2026-06-16']);
  });

  it.each([
    ['CloseDate = TODAY', ['2026-06-16']],
    ['CloseDate > TODAY', ['2026-06-17', '2026-06-21', '2026-07-01']],
    ['CloseDate <= TODAY', ['2025-12-31', '2026-05-31', '2026-06-13', '2026-06-14', '2026-06-16']],
    ['CloseDate = THIS_WEEK', ['2026-06-14', '2026-06-16', '2026-06-17']],
    ['CloseDate = LAST_WEEK', ['2026-06-13']],
    ['CloseDate = NEXT_WEEK', ['2026-06-21']],
    ['CloseDate = LAST_MONTH', ['2026-05-31']],
    ['CloseDate >= NEXT_MONTH', ['2026-07-01']],
    ['CloseDate = LAST_YEAR', ['2025-12-31']],
    ['CloseDate = LAST_N_DAYS:3', ['2026-06-13', '2026-06-14', '2026-06-16']],
    ['CloseDate = NEXT_N_DAYS:1', ['2026-06-17']],
    ['CloseDate = N_DAYS_AGO:2', ['2026-06-14']],
    ['CloseDate = LAST_N_MONTHS:1', ['2026-05-31']],
    ['CloseDate = THIS_QUARTER', ['2026-05-31', '2026-06-13', '2026-06-14', '2026-06-16', '2026-06-17', '2026-06-21']],
    ['CloseDate < LAST_N_QUARTERS:1', ['2025-12-31']],
    ['CALENDAR_YEAR(CloseDate) = 2025', ['2025-12-31']],
    ['CALENDAR_QUARTER(CloseDate) = 3', ['2026-07-01']],
  ])('%s', (where, days) => {
    const find = closing(
      '2025-12-31',
      '2026-05-31',
      '2026-06-13',
      '2026-06-14',
      '2026-06-16',
      '2026-06-17',
      '2026-06-21',
      '2026-07-01',
    );

    expect(find(where)).toEqual(days);
  });

  it("means the user's day, wherever the server is", () => {
    const find = created(
      '2026-06-16T06:59:59Z',
      '2026-06-16T07:00:00Z',
      '2026-06-17T06:59:59Z',
      '2026-06-17T07:00:00Z',
    );

    expect(find('CreatedDate = TODAY')).toEqual(['2026-06-16T07:00:00Z', '2026-06-17T06:59:59Z']);
    expect(find('CreatedDate < TODAY')).toEqual(['2026-06-16T06:59:59Z']);
    expect(find('CreatedDate >= TOMORROW')).toEqual(['2026-06-17T07:00:00Z']);
  });

  it('reads instants in any zone and with any fraction', () => {
    const find = created('2026-06-16T12:00:00Z');

    expect(find('CreatedDate = 2026-06-16T12:00:00Z')).toHaveLength(1);
    expect(find('CreatedDate = 2026-06-16T14:00:00.000+02:00')).toHaveLength(1);
    expect(find('CreatedDate = 2026-06-16T05:00:00.00000000-0700')).toHaveLength(1);
    expect(find('CreatedDate > 2026-06-16T12:00:00Z')).toHaveLength(0);
  });

  it('says so where it is not known which edge of a range is meant', () => {
    const rig = createQueryRig({ now: NOW });

    expect(rig.refusal('SELECT Id FROM Account WHERE CreatedDate > LAST_N_DAYS:7').code).toBe('NOT_EMULATED');
    expect(rig.refusal('SELECT Id FROM Account WHERE CreatedDate <= LAST_MONTH').code).toBe('NOT_EMULATED');
  });
});
