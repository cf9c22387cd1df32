import { describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

const rig = createQueryRig();

/** Bodies that clients received from Salesforce, whole; SET OPTIONS excepted, whose first half is what was sent. */
const RECORDED: ReadonlyArray<readonly [soql: string, message: string]> = [
  [
    'SELECT Id, FROM Account',
    "\nSELECT Id, FROM Account\n          ^\nERROR at Row:1:Column:11\nunexpected token: 'FROM'",
  ],
  [
    'select Id from Account where id = $sfid',
    "\nselect Id from Account where id = $sfid\n                                 ^\nERROR at Row:1:Column:34\nline 1:34 unexpected token: '$'",
  ],
  [
    'SELECT Id FROM Account SET OPTIONS (honorEmptyStrings = true) LIMIT 1',
    "\nOPTIONS (honorEmptyStrings = true) LIMIT 1\n                                  ^\nERROR at Row:1:Column:62\nunexpected token: 'LIMIT'",
  ],
  ['invalid', "unexpected token: 'invalid'"],
];

/** Source: Summer '24 release notes, Changed SOQL Error Messages; and what follows from the published grammar. */
const TEXTS: ReadonlyArray<readonly [soql: string, text: string]> = [
  ['SELECT Id FROM Account USING everything', "unexpected token: 'everything'"],
  ['SELECT Id FROM Contact WHERE AccountId IN ()', "unexpected token: 'AccountId IN ()'"],
  ['SELECT FROM ServicePresenceStatus', "unexpected token: 'SELECT FROM'"],
  ['SELECT Id from $casecomment WHERE isdeleted = false', "line 1:15 unexpected token: '$'"],
  ['SELECT lastmodifieddate, companyna fr$om user', "missing value at 'user'"],
  [
    "SELECT Id FROM Account\nWHERE (IsDeleted = false AND NumberOfEmployees != 100)\nOR (IsDeleted = false AND Site = '999')\nAND ParentId = '000000000000000' LIMIT 50000",
    "ERROR at Row:4:Column:0\nunexpected token: 'AND'",
  ],
  ["SELECT Id FROM Account WHERE Name LIKE NULL AND Name LIKE '%a%'", "unexpected token: 'NULL'"],
  ['SELECT convertCurrency(calendar_year(convertTimezone(lastmodifieddate))) FROM account', "unexpected token: '('"],
  [
    'SELECT Id FROM Account WHERE SystemModstamp > 2020-12-12t12:12:00-25:00',
    'Invalid datetime: 2020-12-12t12:12:00-25:00',
  ],
  [
    'SELECT Id FROM Account WHERE SystemModstamp > 2020-52-12t12:12:00-05:00',
    'Invalid datetime: 2020-52-12t12:12:00-05:00',
  ],
  [
    'SELECT Id FROM Account WITH SECURITY_ENFORCED',
    'rule soqlWithIdentifierClause failed predicate: {this.helper.allowApexSyntax() && this.helper.hasApexContext()}?',
  ],
  ['SELECT Id FROM Contact WHERE', "unexpected token: '<EOF>'"],
  ['SELECT Id FROM Contact WHERE Name IS NULL', "unexpected token: 'Name IS'"],
  ['SELECT * FROM Account', "unexpected token: 'SELECT *'"],
  ["SELECT Id FROM Contact WHERE Name = '''", "Column:38\nunexpected token: '''"],
  ["SELECT Id FROM Contact WHERE Name = 'x", "missing value at '<EOF>'"],
  ["SELECT Id FROM Contact WHERE (Name = 'x'", "missing value at '<EOF>'"],
  ['SELECT Id FROM Contact WHERE Name = Acme Inc', "Column:36\nunexpected token: 'Acme'"],
  ["SELECT Id FROM Contact WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", "Column:55\nunexpected token: 'OR'"],
  ['SELECT Id FROM Contact LIMIT ten', "unexpected token: 'ten'"],
  ['SELECT Id FROM Contact LIMIT 1 ORDER BY Name', "unexpected token: 'ORDER'"],
  ['SELECT Id FROM Opportunity WHERE Amount > USD5000', "unexpected token: 'USD5000'"],
  ['SELECT Id FROM Contact WHERE Name = :name', 'Bind variables only allowed in Apex code'],
];

describe('syntax errors', () => {
  it.each(RECORDED)('%s is answered as recorded', (soql, message) => {
    expect(rig.refusal(soql)).toEqual({ code: 'MALFORMED_QUERY', message });
  });

  it.each(TEXTS)('%s', (soql, text) => {
    const { code, message } = rig.refusal(soql);

    expect(code).toBe('MALFORMED_QUERY');
    expect(message.endsWith(text)).toBe(true);
  });

  it('shows whole words around the place, as recorded', () => {
    const soql = `SELECT Id, Name, SystemModstamp, ${'CreatedDate, '.repeat(2)}LastModifiedById, LastModifiedDate, From Account `;

    const { message } = rig.refusal(soql);

    const shown = 'LastModifiedById, LastModifiedDate, From Account ';
    expect(message).toBe(
      `\n${shown}\n${' '.repeat(35)}^\nERROR at Row:1:Column:${soql.indexOf('From')}\nunexpected token: 'From'`,
    );
  });

  it.each([10, 400])('reads %i parentheses', (depth) => {
    const soql = `SELECT Id FROM Account WHERE ${'('.repeat(depth)}Name = 'x'${')'.repeat(depth)}`;

    expect(rig.query(soql).records).toEqual([]);
  });

  it.each(['(', 'NOT ('])('reads 400 times “%s”, and says so of more', (opening) => {
    const nested = (depth: number) =>
      `SELECT Id FROM Account WHERE ${opening.repeat(depth)}Name = 'x'${')'.repeat(depth)}`;

    expect(rig.query(nested(400)).records).toEqual([]);
    expect(rig.refusal(nested(401)).code).toBe('NOT_EMULATED');
    expect(rig.refusal(nested(9000)).code).toBe('NOT_EMULATED');
  });
});
