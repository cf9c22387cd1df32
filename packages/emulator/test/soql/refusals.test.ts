import { describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

const rig = createQueryRig();
const CUSTOM_OBJECT =
  "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.";
const CUSTOM_FIELD =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";

describe('refused queries', () => {
  it('names an unknown object as Salesforce does', () => {
    expect(rig.refusal('select count() from XYZZY')).toEqual({
      code: 'INVALID_TYPE',
      message: `\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. ${CUSTOM_OBJECT}`,
    });
  });

  it('names an unknown field as Salesforce does', () => {
    expect(rig.refusal('SELECT Bacon__c FROM Account LIMIT 2')).toEqual({
      code: 'INVALID_FIELD',
      message: `\nSELECT Bacon__c FROM Account LIMIT 2\n       ^\nERROR at Row:1:Column:8\nNo such column 'Bacon__c' on entity 'Account'. ${CUSTOM_FIELD}`,
    });
  });

  it('names an unknown field of a parent with the parent', () => {
    expect(rig.refusal('SELECT Id, Account.Bacon__c FROM Contact').message).toContain(
      "ERROR at Row:1:Column:12\nNo such column 'Bacon__c' on entity 'Account'.",
    );
  });

  it('shows a piece of a long query, and counts rows', () => {
    const { message } = rig.refusal(
      `SELECT Id\nFROM Account\nWHERE Name = '${'x'.repeat(80)}' AND Nonsense = 1 AND Name = '${'y'.repeat(80)}'`,
    );

    const row = `'${'x'.repeat(80)}' AND Nonsense = 1 AND Name = '${'y'.repeat(80)}'`;
    expect(message).toBe(
      `\n${row}\n${' '.repeat(87)}^\nERROR at Row:3:Column:101\nNo such column 'Nonsense' on entity 'Account'. ${CUSTOM_FIELD}`,
    );
  });

  it.each([
    ["SELECT Id FROM Contact WHERE Name = 'a' AND NOT Name = 'b'", "Column:44\nunexpected token: 'NOT'"],
    ["SELECT Id FROM Contact WHERE NOT Name = 'a' AND Name = 'b'", "Column:44\nunexpected token: 'AND'"],
    ['SELECT Id FROM Contact ALL ROWS', 'ALL ROWS not allowed in this context'],
    [
      String.raw`SELECT Id FROM Contact WHERE Name = 'a\_b'`,
      String.raw`Illegal character sequence '\_' in string literal.`,
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Account)',
      'The inner and outer selects should not be on the same object type',
    ],
    ['SELECT Id FROM Account WHERE Id IN (SELECT OwnerId FROM Contact)', 'should point to the same object type'],
    [
      'SELECT Id FROM Account WHERE Name IN (SELECT AccountId FROM Contact)',
      "should be an id field, cannot use: 'Name'",
    ],
  ])('MALFORMED_QUERY: %s', (soql, text) => {
    const { code, message } = rig.refusal(soql);

    expect(code).toBe('MALFORMED_QUERY');
    expect(message).toContain(text);
  });

  it.each([
    ['SELECT Nonsense.Name FROM Contact', "Didn't understand relationship 'Nonsense' in field path."],
    ["SELECT Id FROM Account WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
    ['SELECT Id FROM Account ORDER BY Description', "field 'Description' can not be sorted in a query call"],
    [
      "SELECT Id FROM Account WHERE CreatedDate > '2026-01-01'",
      "field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01',
      "field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE AnnualRevenue = '5'",
      "field 'AnnualRevenue' must be of type double and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE IsDeleted = 'false'",
      "field 'IsDeleted' must be of type boolean and should not be enclosed in quotes",
    ],
    ['SELECT Id FROM Account WHERE Name = 5', "field 'Name' must be of type string and should be enclosed in quotes"],
  ])('INVALID_FIELD: %s', (soql, text) => {
    const { code, message } = rig.refusal(soql);

    expect(code).toBe('INVALID_FIELD');
    expect(message).toContain(text);
  });

  it.each([
    ["SELECT Id FROM Account WHERE Id = 'abc'", 'invalid ID field: abc'],
    ["SELECT Id FROM Account WHERE Id LIKE '001%'", 'invalid operator on id field'],
    ["SELECT Id FROM Account WHERE AnnualRevenue LIKE '1%'", 'invalid operator'],
  ])('INVALID_QUERY_FILTER_OPERATOR: %s', (soql, text) => {
    const { code, message } = rig.refusal(soql);

    expect(code).toBe('INVALID_QUERY_FILTER_OPERATOR');
    expect(message).toContain(text);
  });

  it('finds the place of a mistake in a long query without reading it again for every word', () => {
    const tests = Array.from({ length: 3000 }, (_, n) => `Name = 'n${n}'`).join(' OR ');

    const soql = `SELECT Id FROM Account WHERE ${tests} OR OR Name = 'x'`;

    expect(rig.refusal(soql).message).toContain(`Row:1:Column:${soql.indexOf('OR OR') + 3}\nunexpected token: 'OR'`);
  });

  it('does not know the relationship of a subquery', () => {
    expect(rig.refusal('SELECT Id, (SELECT Id FROM Nonsense) FROM Account')).toMatchObject({
      code: 'INVALID_TYPE',
      message: expect.stringContaining(
        "Didn't understand relationship 'Nonsense' in FROM part of query call.",
      ) as string,
    });
  });

  it('checks the names of a subquery even where no parent is found', () => {
    expect(rig.refusal('SELECT Id, (SELECT Nonsense FROM Contacts) FROM Account').code).toBe('INVALID_FIELD');
  });

  it.each([
    'SELECT Id FROM Account USING SCOPE team',
    'SELECT Id FROM Account FOR UPDATE',
    'SELECT UserRoleId FROM User',
    'SELECT Owner.UserRole.Name FROM Account',
    'SELECT Id FROM User WHERE UserPreferencesShowTitleToExternalUsers = true',
    'SELECT FiscalYearStartMonth FROM Organization',
    'SELECT Id FROM Account ORDER BY COUNT(Id)',
    'SELECT Id FROM Account ORDER BY GROUPING(Name)',
    'SELECT Id FROM Account WHERE COUNT(Id) > 1',
    'SELECT COUNT(Id) FROM Account WHERE COUNT(Id) > 1',
    'SELECT Name, (SELECT Id FROM Contacts WHERE COUNT(Id) > 1) FROM Account',
    'SELECT Name, (SELECT Id FROM Contacts ORDER BY COUNT(Id)) FROM Account',
    'SELECT Name FROM Account GROUP BY Name HAVING Id IN (SELECT AccountId FROM Contact)',
    'SELECT Id FROM Account a, a.Contacts c',
    'SELECT Id FROM Account UPDATE TRACKING',
    'SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c',
    'SELECT convertCurrency(Amount) FROM Opportunity',
    "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(37, -122), 'mi') < 20",
    'SELECT Id FROM Account LIMIT 1 SET OPTIONS (honorEmptyStrings = true)',
    'SELECT Id, (SELECT Subject FROM ActivityHistories) FROM Account',
    'SELECT Id, (SELECT Id FROM Contacts), (SELECT Name FROM Contacts) FROM Account',
    `SELECT Id FROM Account WHERE Name = '${'x'.repeat(4001)}'`,
    `SELECT Id FROM Account WHERE Name LIKE '${'x%'.repeat(2001)}'`,
    `SELECT Id FROM Account WHERE ${' '.repeat(100_000)} Name = 'x'`,
  ])('NOT_EMULATED: %s', (soql) => {
    expect(rig.refusal(soql).code).toBe('NOT_EMULATED');
  });
});
