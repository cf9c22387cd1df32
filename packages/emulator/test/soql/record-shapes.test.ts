import { describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

const DATA = '/services/data/v66.0/sobjects';

describe('records', () => {
  it('prints what was selected, in that order and with the names of the schema', () => {
    const rig = createQueryRig();
    const id = rig.insert('Account', {
      Name: 'Acme',
      AnnualRevenue: 15000,
      CreatedDate: '2026-05-01T07:25:37.000Z',
      IsDeleted: 0,
    });

    const { totalSize, records } = rig.query(
      'select createddate, NAME, annualrevenue, isDeleted, industry from account',
    );

    expect(totalSize).toBe(1);
    expect(JSON.stringify(records)).toBe(
      JSON.stringify([
        {
          attributes: { type: 'Account', url: `${DATA}/Account/${id}` },
          CreatedDate: '2026-05-01T07:25:37.000+0000',
          Name: 'Acme',
          AnnualRevenue: 15000,
          IsDeleted: false,
          Industry: null,
        },
      ]),
    );
  });

  it('nests parents, and gives null where there is none', () => {
    const rig = createQueryRig();
    const account = rig.insert('Account', { Name: 'Acme', OwnerId: rig.adminId });
    const contact = rig.insert('Contact', { LastName: 'Doe', Name: 'Doe', AccountId: account });
    const lone = rig.insert('Contact', { LastName: 'Roe', Name: 'Roe' });

    const { records } = rig.query('SELECT Account.Name, Name, Account.Owner.Username FROM Contact ORDER BY Name');

    expect(records).toEqual([
      {
        attributes: { type: 'Contact', url: `${DATA}/Contact/${contact}` },
        Account: {
          attributes: { type: 'Account', url: `${DATA}/Account/${account}` },
          Name: 'Acme',
          Owner: { attributes: { type: 'User', url: `${DATA}/User/${rig.adminId}` }, Username: 'admin@emulated.test' },
        },
        Name: 'Doe',
      },
      { attributes: { type: 'Contact', url: `${DATA}/Contact/${lone}` }, Account: null, Name: 'Roe' },
    ]);
  });

  it('nests children as query results, and gives null where there are none', () => {
    const rig = createQueryRig();
    const acme = rig.insert('Account', { Name: 'Acme' });
    rig.insert('Account', { Name: 'Globex' });
    const names = ['Cy', 'Al', 'Bo'];
    const ids = names.map((name) => rig.insert('Contact', { LastName: name, Name: name, AccountId: acme }));
    rig.insert('Contact', { LastName: 'Zed', Name: 'Zed', AccountId: acme, IsDeleted: 1 });

    const { records } = rig.query(
      'SELECT Name, (SELECT Name FROM Contacts ORDER BY Name LIMIT 2) FROM Account ORDER BY Name',
    );

    expect(records[0]?.['Contacts']).toEqual({
      totalSize: 2,
      done: true,
      records: [
        { attributes: { type: 'Contact', url: `${DATA}/Contact/${ids[1]}` }, Name: 'Al' },
        { attributes: { type: 'Contact', url: `${DATA}/Contact/${ids[2]}` }, Name: 'Bo' },
      ],
    });
    expect(records[1]).toMatchObject({ Name: 'Globex', Contacts: null });
  });

  it('nests children of children', () => {
    const rig = createQueryRig();
    const acme = rig.insert('Account', { Name: 'Acme' });
    const deal = rig.insert('Opportunity', { Name: 'Big', StageName: 'Prospecting', AccountId: acme });
    rig.insert('OpportunityContactRole', { OpportunityId: deal, Role: 'Decision Maker' });

    const { records } = rig.query(
      'SELECT (SELECT Name, (SELECT Role FROM OpportunityContactRoles) FROM Opportunities) FROM Account',
    );

    expect(records).toMatchObject([
      {
        Opportunities: {
          records: [{ Name: 'Big', OpportunityContactRoles: { records: [{ Role: 'Decision Maker' }] } }],
        },
      },
    ]);
  });

  it('puts compound addresses together', () => {
    const rig = createQueryRig();
    rig.insert('Account', { Name: 'Acme', BillingCity: 'Mountain View', BillingState: 'CA' });

    expect(rig.values('SELECT BillingAddress, ShippingAddress FROM Account', 'BillingAddress')).toEqual([
      {
        city: 'Mountain View',
        country: null,
        geocodeAccuracy: null,
        latitude: null,
        longitude: null,
        postalCode: null,
        state: 'CA',
        street: null,
      },
    ]);
    expect(rig.values('SELECT ShippingAddress FROM Account', 'ShippingAddress')).toEqual([null]);
  });

  it('gives the URL of a blob in place of its bytes', () => {
    const rig = createQueryRig();
    const id = rig.insert('ContentVersion', { Title: 'Note', VersionData: Buffer.from('<p>a</p>') });

    expect(rig.values('SELECT VersionData FROM ContentVersion', 'VersionData')).toEqual([
      `${DATA}/ContentVersion/${id}/VersionData`,
    ]);
  });

  it('expands FIELDS()', () => {
    const rig = createQueryRig();
    rig.insert('Account', { Name: 'Acme' });

    const all = rig.query('SELECT FIELDS(ALL) FROM Account LIMIT 200').records[0];
    const standard = rig.query('SELECT FIELDS(STANDARD) FROM Account').records[0];

    expect(Object.keys(all ?? {})).toEqual(['attributes', ...(rig.org.schema.object('Account')?.fields.keys() ?? [])]);
    expect(standard).toMatchObject({ Name: 'Acme' });
    expect(rig.refusal('SELECT FIELDS(ALL) FROM Account')).toEqual({
      code: 'MALFORMED_QUERY',
      message: 'The SOQL FIELDS function must have a LIMIT of at most 200',
    });
    expect(rig.refusal('SELECT Id, FIELDS(ALL) FROM Account LIMIT 200')).toEqual({
      code: 'INVALID_FIELD',
      message: 'duplicate field selected: Id',
    });
  });

  it('expands FIELDS(ALL) without a LIMIT where few ids are asked for', () => {
    const rig = createQueryRig();
    const id = rig.insert('Account', { Name: 'Acme' });
    const among = (count: number) => Array.from({ length: count }, () => `'${id}'`).join(', ');

    expect(rig.values(`SELECT FIELDS(ALL) FROM Account WHERE Id = '${id}'`, 'Name')).toEqual(['Acme']);
    expect(rig.values(`SELECT FIELDS(ALL) FROM Account WHERE IsDeleted = false AND Id IN (${among(200)})`)).toEqual([
      'Acme',
    ]);
    for (const where of [`Id IN (${among(201)})`, `Id NOT IN (${among(1)})`, `Id = '${id}' OR Name = 'Acme'`]) {
      expect(rig.refusal(`SELECT FIELDS(ALL) FROM Account WHERE ${where}`).message).toContain('at most 200');
    }
  });

  it('reads a parent of unknown object by the fields that every name has', () => {
    const rig = createQueryRig();
    const account = rig.insert('Account', { Name: 'Acme' });
    const document = rig.insert('ContentDocument', { Title: 'Call' });
    rig.insert('ContentDocumentLink', { ContentDocumentId: document, LinkedEntityId: account, ShareType: 'V' });

    const { records } = rig.query(
      `SELECT LinkedEntity.Type, LinkedEntity.Name, ContentDocument.Title FROM ContentDocumentLink WHERE ContentDocumentId = '${document}'`,
    );

    expect(records).toMatchObject([
      {
        LinkedEntity: {
          attributes: { type: 'Name', url: `${DATA}/Account/${account}` },
          Type: 'Account',
          Name: 'Acme',
        },
        ContentDocument: { attributes: { type: 'ContentDocument' }, Title: 'Call' },
      },
    ]);
    expect(
      rig.refusal(`SELECT LinkedEntity.Industry FROM ContentDocumentLink WHERE ContentDocumentId = '${document}'`),
    ).toMatchObject({
      code: 'INVALID_FIELD',
      message: expect.stringContaining("No such column 'Industry' on entity 'Name'") as string,
    });
  });
});
