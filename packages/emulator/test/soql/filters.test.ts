import { beforeAll, describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

const rig = createQueryRig();
let acme = '';
let globex = '';

beforeAll(() => {
  acme = rig.insert('Account', {
    Name: 'Acme',
    Industry: 'Media',
    AnnualRevenue: 100,
    NumberOfEmployees: 5,
    Site: 'A_1',
  });
  globex = rig.insert('Account', { Name: 'Globex', Industry: 'Energy', AnnualRevenue: 2000.5, Site: 'A%1' });
  rig.insert('Account', { Name: "O'Neil Ångström", AnnualRevenue: null, Site: 'AB1', BillingCity: 'Zürich' });
  rig.insert('Account', { Name: 'Deleted', Industry: 'Media', IsDeleted: 1 });
  rig.insert('Contact', { LastName: 'Doe', Name: 'Jane Doe', FirstName: 'Jane', AccountId: acme });
  rig.insert('Contact', { LastName: 'Roe', Name: 'Rick Roe', AccountId: globex, IsDeleted: 1 });
  rig.insert('Opportunity', {
    Name: 'Big',
    StageName: 'Prospecting',
    AccountId: globex,
    IsClosed: 0,
    CloseDate: '2026-07-01',
  });
  rig.insert('Opportunity', {
    Name: 'Won',
    StageName: 'Closed Won',
    AccountId: acme,
    IsClosed: 1,
    CloseDate: '2026-01-31',
  });
});

describe('WHERE', () => {
  it.each([
    ['text without regard to case', "Name = 'ACME'", ['Acme']],
    ['text without regard to case beyond ASCII', String.raw`Name = 'o\'neil ÅNGSTRÖM'`, ["O'Neil Ångström"]],
    ['a pattern', "Name LIKE '%e%x'", ['Globex']],
    ['a pattern beyond ASCII', "BillingCity LIKE 'zÜ%'", ["O'Neil Ångström"]],
    ['one unknown character', "Site LIKE 'A_1'", ['Acme', 'Globex', "O'Neil Ångström"]],
    ['an underscore that is meant', String.raw`Site LIKE 'A\_1'`, ['Acme']],
    ['a percent sign that is meant', String.raw`Site LIKE 'A\%1'`, ['Globex']],
    ['a list', "Industry IN ('media', 'ENERGY')", ['Acme', 'Globex']],
    ['a list with null', "Industry IN ('media', null)", ['Acme', "O'Neil Ångström"]],
    ['what is unlike, with the rows that have nothing', "Industry != 'Media'", ['Globex', "O'Neil Ångström"]],
    ['what is in no list, with the rows that have nothing', "Industry NOT IN ('Media')", ['Globex', "O'Neil Ångström"]],
    ['a negation, with the rows that have nothing', "NOT Industry = 'Media'", ['Globex', "O'Neil Ångström"]],
    ['a negated pattern', "(NOT Name LIKE 'a%') AND Name LIKE '%o%'", ['Globex', "O'Neil Ångström"]],
    ['nothing', 'Industry = null', ["O'Neil Ångström"]],
    ['the empty text, which is nothing', "Industry = ''", ["O'Neil Ångström"]],
    ['something', 'Industry != null', ['Acme', 'Globex']],
    ['a number', 'AnnualRevenue > 100', ['Globex']],
    ['a number with decimals', 'AnnualRevenue <= 2000.5', ['Acme', 'Globex']],
    ['AND and OR with parentheses', "(Name = 'Acme' OR Name = 'Globex') AND AnnualRevenue < 150", ['Acme']],
    ['an alias of the object', "Account.Name = 'Acme'", ['Acme']],
  ])('finds %s', (_, where, names) => {
    expect(rig.values(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`)).toEqual(names);
  });

  it('compares ids of 15 and of 18 characters, and keeps their case apart', () => {
    const swapped = acme
      .slice(0, 15)
      .replace(/[a-zA-Z](?=[^a-zA-Z]*$)/, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()));

    expect(rig.values(`SELECT Name FROM Account WHERE Id = '${acme}'`)).toEqual(['Acme']);
    expect(rig.values(`SELECT Name FROM Account WHERE Id = '${acme.slice(0, 15)}'`)).toEqual(['Acme']);
    expect(rig.values(`SELECT Name FROM Account WHERE Id = '${swapped}'`)).toEqual([]);
    expect(rig.values(`SELECT Name FROM Account WHERE Id = '${acme.toLowerCase()}'`)).toEqual(['Acme']);
  });

  it('compares case-sensitive fields with regard to case', () => {
    rig.org.schema.addField('Account', {
      name: 'Key__c',
      label: 'Key',
      type: 'string',
      custom: true,
      length: 80,
      nillable: true,
      createable: true,
      updateable: true,
      defaultedOnCreate: false,
      unique: true,
      caseSensitive: true,
      externalId: true,
    });
    rig.org.schema.objects();
    const id = rig.insert('Account', { Name: 'Keyed', Key__c: 'aB' });

    expect(rig.values("SELECT Id FROM Account WHERE Key__c = 'aB'", 'Id')).toEqual([id]);
    expect(rig.values("SELECT Id FROM Account WHERE Key__c = 'AB'", 'Id')).toEqual([]);
    rig.org.records.update('Account', id, { IsDeleted: 1 });
  });

  it('follows parents', () => {
    expect(rig.values("SELECT Name FROM Contact WHERE Account.Industry = 'media'")).toEqual(['Jane Doe']);
    expect(rig.values("SELECT c.Name FROM Contact c WHERE c.Account.Name = 'Acme'")).toEqual(['Jane Doe']);
  });

  it('joins by what other objects refer to', () => {
    expect(
      rig.values('SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE IsClosed = TRUE)'),
    ).toEqual(['Acme']);
    expect(
      rig.values('SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Opportunity) ORDER BY Name'),
    ).toEqual(["O'Neil Ångström"]);
  });

  it('hides deleted rows, also those of other objects, unless all rows are asked for', () => {
    expect(rig.query("SELECT COUNT() FROM Account WHERE Name = 'Deleted'").totalSize).toBe(0);
    expect(rig.query("SELECT COUNT() FROM Account WHERE Name = 'Deleted'", { includeDeleted: true }).totalSize).toBe(1);
    expect(rig.values('SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact)')).toEqual(['Acme']);
  });

  it('takes a list of a thousand values', () => {
    const list = Array.from({ length: 1000 }, (_, index) => `'${index}'`).join(', ');

    expect(rig.values(`SELECT Name FROM Account WHERE Name IN (${list}, 'acme')`)).toEqual(['Acme']);
  });
});
