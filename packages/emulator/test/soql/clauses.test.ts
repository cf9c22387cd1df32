import { describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

const DATA = '/services/data/v66.0/sobjects';

describe('TYPEOF', () => {
  it('reads of each parent what its object is asked for', () => {
    const rig = createQueryRig();
    const account = rig.insert('Account', { Name: 'Acme', Phone: '1', OwnerId: rig.adminId });
    const deal = rig.insert('Opportunity', { Name: 'Big', StageName: 'Prospecting', Amount: 5 });
    const contact = rig.insert('Contact', { LastName: 'Doe', Name: 'Doe' });
    const document = rig.insert('ContentDocument', { Title: 'Call' });
    for (const LinkedEntityId of [account, deal, contact]) {
      rig.insert('ContentDocumentLink', { ContentDocumentId: document, LinkedEntityId, ShareType: 'V' });
    }
    const soql = (otherwise: string) =>
      `SELECT ShareType, TYPEOF LinkedEntity WHEN Account THEN Phone, Owner.Username WHEN Opportunity THEN Amount ${otherwise} END ` +
      `FROM ContentDocumentLink WHERE ContentDocumentId = '${document}'`;

    expect(rig.values(soql('ELSE Name, Type'), 'LinkedEntity')).toEqual([
      {
        attributes: { type: 'Account', url: `${DATA}/Account/${account}` },
        Phone: '1',
        Owner: { attributes: { type: 'User', url: `${DATA}/User/${rig.adminId}` }, Username: 'admin@emulated.test' },
      },
      { attributes: { type: 'Opportunity', url: `${DATA}/Opportunity/${deal}` }, Amount: 5 },
      { attributes: { type: 'Name', url: `${DATA}/Contact/${contact}` }, Name: 'Doe', Type: 'Contact' },
    ]);
    expect(rig.values(soql(''), 'LinkedEntity')[2]).toBeNull();
    expect(rig.refusal(soql('').replace('Phone', 'Amount')).message).toContain(
      "No such column 'Amount' on entity 'Account'",
    );
  });
});

describe('FROM', () => {
  it('takes aliases of the object and of what it refers to', () => {
    const rig = createQueryRig();
    const parent = rig.insert('Account', { Name: 'Acme', OwnerId: rig.adminId });
    rig.insert('Contact', { LastName: 'Doe', Name: 'Doe', AccountId: parent });
    rig.insert('Contact', { LastName: 'Roe', Name: 'Roe' });

    const soql = "SELECT c.Name, a.Owner.Alias FROM Contact c, c.Account a WHERE a.Name = 'acme' ORDER BY c.Name";

    expect(rig.query(soql).records).toMatchObject([{ Name: 'Doe', Account: { Owner: {} } }]);
  });

  it.each(['SELECT Id FROM Account, Contact', 'SELECT Id FROM Account a, Contact c, a.Owner o'])(
    'knows no other object beside the one that is queried: %s',
    (soql) => {
      expect(createQueryRig().refusal(soql)).toEqual({
        code: 'MALFORMED_QUERY',
        message:
          'A driving SObject type has already been set, all other entity types in the FROM clause must be relationships to the initial object.  The driving object is Account',
      });
    },
  );

  it('shows only what the user owns with USING SCOPE mine', () => {
    const rig = createQueryRig();
    rig.insert('Account', { Name: 'Mine', OwnerId: rig.adminId });
    rig.insert('Account', { Name: 'Theirs', OwnerId: '005000000000001AAA' });

    expect(rig.values('SELECT Name FROM Account USING SCOPE Mine')).toEqual(['Mine']);
    expect(rig.values('SELECT Name FROM Account USING SCOPE everything')).toEqual(['Mine', 'Theirs']);
    expect(rig.query('SELECT COUNT() FROM Account USING SCOPE mine').totalSize).toBe(1);
  });
});

describe('FOR', () => {
  it('writes down that records were viewed, or referred to', () => {
    const rig = createQueryRig({ now: '2026-06-17T15:00:00Z' });
    const id = rig.insert('Account', { Name: 'Acme' });
    rig.insert('Account', { Name: 'Globex' });
    const dates = () =>
      rig.query(`SELECT LastViewedDate, LastReferencedDate FROM Account WHERE Id = '${id}'`).records[0];

    rig.query("SELECT Id FROM Account WHERE Name = 'Acme' FOR REFERENCE");
    const referred = dates();
    rig.query("SELECT Id FROM Account WHERE Name = 'Acme' FOR VIEW");

    expect(referred).toMatchObject({ LastViewedDate: null, LastReferencedDate: '2026-06-17T15:00:00.000+0000' });
    expect(dates()).toMatchObject({ LastViewedDate: '2026-06-17T15:00:00.000+0000' });
    expect(rig.query('SELECT COUNT() FROM Account WHERE LastViewedDate != null').totalSize).toBe(1);
  });
});

describe('sub-selects', () => {
  const rig = createQueryRig();

  it.each([
    [
      "SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact)",
      "not allowed with the 'OR' operator",
    ],
    [
      "SELECT Id FROM Account WHERE (Name = 'x' OR Id IN (SELECT AccountId FROM Contact)) AND Name = 'y'",
      'Semi join sub-selects are only allowed at the top level WHERE expressions',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM OpportunityContactRole))',
      'Nesting of semi join sub-selects is not supported',
    ],
    [
      'SELECT Id FROM ContentDocument WHERE Id IN (SELECT ContentDocumentId FROM ContentDocumentLink)',
      "Entity 'ContentDocumentLink' is not supported for semi join inner selects",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Opportunity) AND Id NOT IN (SELECT AccountId FROM Contact)',
      'Maximum of 2 semi join sub-selects allowed',
    ],
  ])('refuses %s', (soql, text) => {
    const { code, message } = rig.refusal(soql);

    expect(code).toBe('MALFORMED_QUERY');
    expect(message).toContain(text);
  });
});

describe('levels of subqueries', () => {
  it('has one before API version 58, and four from then on', () => {
    const rig = createQueryRig();
    const soql = 'SELECT (SELECT Id, (SELECT Id FROM OpportunityContactRoles) FROM Opportunities) FROM Account';

    expect(rig.query(soql).records).toEqual([]);
    expect(rig.refusal(soql, { apiVersion: '57.0' }).code).toBe('NOT_EMULATED');
  });
});
