import { beforeAll, describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

const rig = createQueryRig();
const attributes = { type: 'AggregateResult' };

beforeAll(() => {
  rig.org.schema.addField('Opportunity', {
    name: 'Region__c',
    label: 'Region',
    type: 'picklist',
    custom: true,
    nillable: true,
    createable: true,
    updateable: true,
    defaultedOnCreate: false,
    picklistValues: [
      { value: 'n', label: 'North', active: true, isDefault: false },
      { value: 's', label: 'South', active: true, isDefault: false },
    ],
  });
  const deals = [
    { Name: 'A', StageName: 'Prospecting', Amount: 100, CloseDate: '2026-01-31', Region__c: 'n' },
    { Name: 'B', StageName: 'Prospecting', Amount: 300, CloseDate: '2026-02-28', Region__c: 's' },
    { Name: 'C', StageName: 'Closed Won', Amount: 44_000, CloseDate: '2025-12-31', Region__c: null },
  ];
  // The user is in Los Angeles: the last minutes of the year there, the first hours of the next in UTC.
  for (const deal of deals) rig.insert('Opportunity', { ...deal, CreatedDate: '2026-01-01T07:59:00.000Z' });
});

describe('functions', () => {
  it('prints labels in place of values', () => {
    expect(rig.values('SELECT toLabel(Region__c) FROM Opportunity ORDER BY Name', 'Region__c')).toEqual([
      'North',
      'South',
      null,
    ]);
    expect(
      rig.query("SELECT Region__c, toLabel(Region__c) label FROM Opportunity WHERE Name = 'A'").records,
    ).toMatchObject([{ Region__c: 'n', label: 'North' }]);
  });

  it('filters by labels', () => {
    expect(rig.values("SELECT Name FROM Opportunity WHERE toLabel(Region__c) = 'north'")).toEqual(['A']);
    expect(rig.values("SELECT Name FROM Opportunity WHERE toLabel(Region__c) IN ('South', null)")).toEqual(['B', 'C']);
    expect(rig.values("SELECT Name FROM Opportunity WHERE toLabel(Region__c) = 'n'")).toEqual([]);
  });

  it('formats money, dates and times for the user', () => {
    const soql = "SELECT FORMAT(Amount), FORMAT(CloseDate), FORMAT(CreatedDate) made FROM Opportunity WHERE Name = 'C'";

    expect(rig.query(soql).records).toMatchObject([
      { Amount: '$44,000.00', CloseDate: '12/31/2025', made: '12/31/2025, 11:59 PM' },
    ]);
  });

  it('reads dateTimes in UTC, or in the time zone of the user', () => {
    const soql =
      'SELECT CALENDAR_YEAR(CreatedDate) utc, CALENDAR_YEAR(convertTimezone(CreatedDate)) local, ' +
      'HOUR_IN_DAY(convertTimezone(CreatedDate)) hour, COUNT(Id) n FROM Opportunity ' +
      'GROUP BY CALENDAR_YEAR(CreatedDate), CALENDAR_YEAR(convertTimezone(CreatedDate)), HOUR_IN_DAY(convertTimezone(CreatedDate))';

    expect(rig.query(soql).records).toEqual([{ attributes, utc: 2026, local: 2025, hour: 23, n: 3 }]);
    expect(
      rig.values('SELECT Name FROM Opportunity WHERE DAY_ONLY(convertTimezone(CreatedDate)) = 2025-12-31'),
    ).toHaveLength(3);
    expect(rig.values('SELECT Name FROM Opportunity WHERE FISCAL_QUARTER(CloseDate) = 1 ORDER BY Name')).toEqual([
      'A',
      'B',
    ]);
  });
});

describe('subtotals', () => {
  it('follows groups with their totals (ROLLUP)', () => {
    const soql =
      'SELECT StageName, Region__c, GROUPING(Region__c) total, SUM(Amount) FROM Opportunity GROUP BY ROLLUP(StageName, Region__c)';

    expect(rig.query(soql).records).toEqual([
      { attributes, StageName: 'Closed Won', Region__c: null, total: 0, expr0: 44_000 },
      { attributes, StageName: 'Closed Won', Region__c: null, total: 1, expr0: 44_000 },
      { attributes, StageName: 'Prospecting', Region__c: 'n', total: 0, expr0: 100 },
      { attributes, StageName: 'Prospecting', Region__c: 's', total: 0, expr0: 300 },
      { attributes, StageName: 'Prospecting', Region__c: null, total: 1, expr0: 400 },
      { attributes, StageName: null, Region__c: null, total: 1, expr0: 44_400 },
    ]);
  });

  it('totals every combination (CUBE), sorts and filters totals', () => {
    const soql =
      'SELECT StageName, Region__c, COUNT(Id) n FROM Opportunity GROUP BY CUBE(StageName, Region__c) ' +
      'HAVING COUNT(Id) > 1 ORDER BY GROUPING(StageName), COUNT(Id) DESC';

    expect(rig.query(soql).records).toEqual([
      { attributes, StageName: 'Prospecting', Region__c: null, n: 2 },
      { attributes, StageName: null, Region__c: null, n: 3 },
    ]);
  });
});
