import { beforeAll, describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

const rig = createQueryRig();
const attributes = { type: 'AggregateResult' };

beforeAll(() => {
  const acme = rig.insert('Account', { Name: 'Acme' });
  const deals = [
    { Name: 'A', StageName: 'Prospecting', Amount: 100, CloseDate: '2026-01-31', AccountId: acme },
    { Name: 'B', StageName: 'Prospecting', Amount: 300, CloseDate: '2026-02-28', AccountId: acme },
    { Name: 'C', StageName: 'Closed Won', Amount: null, CloseDate: '2025-12-31', AccountId: null },
  ];
  for (const deal of deals) rig.insert('Opportunity', deal);
});

describe('aggregate queries', () => {
  it('answers COUNT() with a number and no records', () => {
    expect(rig.query("SELECT COUNT() FROM Opportunity WHERE StageName = 'Prospecting'")).toEqual({
      totalSize: 2,
      records: [],
    });
  });

  it('aggregates everything without GROUP BY', () => {
    const soql =
      'SELECT COUNT(Id), COUNT(Amount) amounts, SUM(Amount), AVG(Amount), MIN(CloseDate) earliest, MAX(Name) FROM Opportunity';

    expect(rig.query(soql)).toEqual({
      totalSize: 1,
      records: [{ attributes, expr0: 3, amounts: 2, expr1: 400, expr2: 200, earliest: '2025-12-31', expr3: 'C' }],
    });
  });

  it('groups, filters groups and sorts them', () => {
    expect(
      rig.query(
        'SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 0 ORDER BY COUNT(Id) DESC',
      ).records,
    ).toEqual([
      { attributes, StageName: 'Prospecting', n: 2 },
      { attributes, StageName: 'Closed Won', n: 1 },
    ]);
    expect(rig.query('SELECT StageName FROM Opportunity GROUP BY StageName HAVING SUM(Amount) >= 400').totalSize).toBe(
      1,
    );
  });

  it('groups by a parent and by a part of a date', () => {
    expect(
      rig.query('SELECT Account.Name, COUNT_DISTINCT(StageName) FROM Opportunity GROUP BY Account.Name').records,
    ).toEqual([
      { attributes, Name: null, expr0: 1 },
      { attributes, Name: 'Acme', expr0: 1 },
    ]);
    expect(
      rig.query(
        'SELECT CALENDAR_YEAR(CloseDate) year, COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)',
      ).records,
    ).toEqual([
      { attributes, year: 2025, expr0: 1 },
      { attributes, year: 2026, expr0: 2 },
    ]);
  });

  it.each([
    ['SELECT Name, COUNT(Id) FROM Opportunity', 'Field must be grouped or aggregated: Name'],
    ['SELECT SUM(Name) FROM Opportunity', 'field Name does not support aggregate operator SUM'],
    ['SELECT COUNT(IsWon) FROM Opportunity', 'field IsWon does not support aggregate operator COUNT'],
    ['SELECT Amount FROM Opportunity GROUP BY Amount', "field 'Amount' can not be grouped in a query call"],
    ['SELECT Name n FROM Opportunity', 'only aggregate expressions use field aliasing'],
    [
      'SELECT Name, (SELECT COUNT(Id) FROM Opportunities) FROM Account',
      'only root queries support aggregate expressions',
    ],
    [
      'SELECT COUNT(Id) FROM Opportunity LIMIT 1',
      'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
  ])('refuses %s', (soql, text) => {
    const { code, message } = rig.refusal(soql);

    expect(code).toBe('MALFORMED_QUERY');
    expect(message).toContain(text);
  });
});
