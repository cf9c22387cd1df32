import { describe, expect, it } from 'vitest';
import { ANY_CHARACTER, ANY_TEXT, type Condition } from '../src/index.ts';
import { aUser } from './build/a-user.ts';
import { anOrg, failureOf } from './build/an-org.ts';

describe('search.text', () => {
  it('finds a text in accounts, contacts and deals, one API call', async () => {
    const { org, emulator } = await anOrg();
    const account = await org.accounts.create({ Name: 'Söhne & Partner (North)' });
    const contact = await org.contacts.create({ LastName: 'Partner', FirstName: 'Zoë', AccountId: account.id });
    await org.accounts.create({ Name: 'Somebody else' });
    emulator.clearRequests();

    const result = await org.search.text('partner');

    expect(result.found.map(({ object, id }) => [object, id])).toEqual([
      ['Account', account.id],
      ['Contact', contact.id],
    ]);
    expect(result.found[1]?.record['Account']).toMatchObject({ Name: 'Söhne & Partner (North)' });
    expect(result).toMatchObject({ limited: [], apiCalls: 1 });
    expect(emulator.apiCalls()).toBe(1);
  });

  it.each(['(North', 'AND Söhne', "O'Brien{}", 'a:b "North', 'North*', 'North OR Somebody', '-North', 'North\\'])(
    'takes %j as words, not as operators',
    async (text) => {
      const { org } = await anOrg();
      await org.accounts.create({ Name: `x ${text} y` });
      await org.accounts.create({ Name: 'Somebody' });

      const { found } = await org.search.text(text, { objects: [{ object: 'Account', select: ['Name'] }] });

      expect(found.map(({ record }) => record['Name'])).toEqual([`x ${text} y`]);
    },
  );

  it('finds beginnings of words and phrases, with conditions and limits of each object', async () => {
    const { org } = await anOrg();
    for (const Name of ['Acme North', 'North Acme', 'Acmeville'])
      await org.accounts.create({ Name, Industry: 'Media' });
    await org.accounts.create({ Name: 'Acme Energy', Industry: 'Energy' });
    const objects = [
      { object: 'Account', select: ['Name'], where: [{ field: 'Industry', equals: 'Media' }], limit: 3 },
    ];

    const beginnings = await org.search.text('acme', { objects, mode: 'beginnings', in: 'NAME' });
    const phrase = await org.search.text('acme north', { objects, mode: 'phrase' });

    expect(beginnings.found).toHaveLength(3);
    expect(beginnings.limited).toEqual(['Account']);
    expect(phrase.found.map(({ record }) => record['Name'])).toEqual(['Acme North']);
  });

  it('says what it leaves out since the user may not see it, and searches for the rest', async () => {
    const test = await anOrg();
    const { id } = await test.org.accounts.create({ Name: 'Acme', Industry: 'Energy' });
    const limited = await aUser(test, { without: ['Account.Industry', 'Contact'] });
    const objects = [
      { object: 'Account', select: ['Name', 'Industry', 'Owner.Name', 'Nowhere__c'] },
      { object: 'Contact', select: ['Name'] },
      { object: 'Nothing__c', select: ['Name'] },
    ];

    const first = await limited.search.text('acme', { objects });
    const second = await limited.search.text('acme', { objects });
    const nothing = await limited.search.text('acme', { objects: objects.slice(1) });

    expect(first.found).toMatchObject([{ object: 'Account', id, record: { Name: 'Acme' } }]);
    expect(first.hiddenFields).toEqual(['Account.Industry', 'Account.Nowhere__c']);
    expect(first.hiddenObjects).toEqual(['Contact', 'Nothing__c']);
    expect([first.apiCalls, second.apiCalls, nothing.apiCalls]).toEqual([3, 1, 0]);
    expect(second).toEqual({ ...first, apiCalls: 1 });
  });

  it('refuses what cannot be searched for before anything is sent, all problems at once', async () => {
    const { org, emulator } = await anOrg();

    const failure = await failureOf(org.search.text('a *', { objects: [] }));
    const name = await failureOf(org.search.text('acme', { objects: [{ object: 'Account)', select: ['Id'] }] }));
    const long = await failureOf(org.search.text('东京'.repeat(1_900)));

    expect(failure).toMatchObject({ problems: [{ path: 'text' }, { path: 'objects' }] });
    expect(name).toMatchObject({ code: 'SALESFORCE_RECORD_INVALID' });
    expect(long).toMatchObject({ code: 'SALESFORCE_RECORD_INVALID', path: 'text' });
    expect(emulator.apiCalls()).toBe(0);
  });
});

describe('search.query', () => {
  it.each<[string, readonly Condition[], readonly string[]]>([
    ['a text with quotes', [{ field: 'Name', equals: 'O\'Brien \\ "Co"' }], ['O\'Brien \\ "Co"']],
    ['a percent sign as itself', [{ field: 'Name', contains: '5%' }], ['5% off_all']],
    ['an underscore as itself', [{ field: 'Name', contains: 'off_' }], ['5% off_all']],
    ['a pattern', [{ field: 'Name', like: ['50', ANY_CHARACTER, ANY_TEXT] }], ['501 club']],
    ['a backslash', [{ field: 'Name', contains: '\\' }], ['O\'Brien \\ "Co"']],
    ['an end', [{ field: 'Name', endsWith: 'CLUB' }], ['501 club']],
    [
      'one of several',
      [
        {
          any: [
            { field: 'Name', startsWith: '5%' },
            { field: 'Name', in: ['501 club'] },
          ],
        },
      ],
      ['5% off_all', '501 club'],
    ],
    ['none of several', [{ not: { field: 'Name', startsWith: '5' } }], ['O\'Brien \\ "Co"']],
    [
      'a number',
      [
        { field: 'NumberOfEmployees', atLeast: 12 },
        { field: 'NumberOfEmployees', lessThan: 13 },
      ],
      ['501 club'],
    ],
    [
      'nothing',
      [
        { field: 'NumberOfEmployees', equals: null },
        { field: 'Name', notIn: ['501 club'] },
      ],
      ['5% off_all', 'O\'Brien \\ "Co"'],
    ],
    [
      'a day',
      [
        { field: 'CreatedDate', equals: { relative: 'LAST_N_DAYS', n: 2 } },
        { field: 'Name', endsWith: 'all' },
      ],
      ['5% off_all'],
    ],
  ])('finds by %s', async (_name, where, names) => {
    const { org } = await anOrg();
    await org.accounts.create({ Name: '5% off_all' });
    await org.accounts.create({ Name: '501 club', NumberOfEmployees: 12 });
    await org.accounts.create({ Name: 'O\'Brien \\ "Co"' });

    const { records, apiCalls } = await org.search.query({ select: ['Name'], from: 'Account', where, orderBy: 'Name' });

    expect(records.map((record) => String(record['Name'])).toSorted()).toEqual([...names].toSorted());
    expect(apiCalls).toBe(1);
  });

  it('selects children, parents, types and totals', async () => {
    const { org } = await anOrg();
    const { id } = await org.accounts.create({ Name: 'Acme' });
    await org.contacts.create({ LastName: 'Zoë', AccountId: id });
    await org.deals.create({ Name: 'D', StageName: 'Prospecting', CloseDate: '2026-12-31', AccountId: id, Amount: 5 });

    const children = await org.search.query({
      select: ['Id', { children: 'Contacts', select: ['LastName'], orderBy: 'LastName', limit: 5 }],
      from: 'Account',
      where: [{ field: 'Id', inQuery: { select: 'AccountId', from: 'Opportunity' } }],
    });
    const totals = await org.search.query({
      select: ['StageName', { aggregate: 'SUM', field: 'Amount', as: 'total' }],
      from: 'Opportunity',
      where: [
        { field: 'Account.Name', equals: 'acme' },
        { field: 'CloseDate', atMost: { date: '2026-12-31' } },
      ],
      groupBy: ['StageName'],
    });
    const count = await org.search.query({ select: 'count', from: 'Contact' });

    expect(children.records[0]?.['Contacts']).toMatchObject({ records: [{ LastName: 'Zoë' }] });
    expect(totals.records).toEqual([expect.objectContaining({ StageName: 'Prospecting', total: 5 })]);
    expect(count.totalSize).toBe(1);
  });

  it('sees deleted records where it is asked to', async () => {
    const { org } = await anOrg();
    const { id } = await org.accounts.create({ Name: 'Acme' });
    await org.accounts.delete(id);
    const query = { select: ['Id', 'IsDeleted'], from: 'Account' } as const;

    const present = await org.search.query(query);
    const all = await org.search.query(query, { all: true });

    expect(present.records).toEqual([]);
    expect(all.records).toEqual([expect.objectContaining({ Id: id, IsDeleted: true })]);
  });

  it('says what it does not select since the user may not see it', async () => {
    const test = await anOrg();
    const { id } = await test.org.accounts.create({ Name: 'Acme', Industry: 'Energy' });
    await test.org.contacts.create({ LastName: 'Zoë', AccountId: id });
    const limited = await aUser(test, { without: ['Account.Industry'] });
    const query = { select: ['LastName', 'Account.Industry', { labelOf: 'Nope__c' }], from: 'Contact' } as const;

    const first = await limited.search.query(query);
    const second = await limited.search.query(query);
    const onlyHidden = await limited.search.query({ select: ['Industry'], from: 'Account' });

    expect(first.records).toEqual([expect.objectContaining({ LastName: 'Zoë' })]);
    expect(first.hiddenFields).toEqual(['Account.Industry', 'Nope__c']);
    expect(second).toMatchObject({ hiddenFields: first.hiddenFields, apiCalls: 1 });
    expect(onlyHidden).toMatchObject({ records: [{ Id: id }], hiddenFields: ['Industry'], apiCalls: 1 });
  });

  it('refuses what would mean something else without a hidden field', async () => {
    const test = await anOrg();
    const limited = await aUser(test, { without: ['Account.Industry'] });
    const industry = { field: 'Industry', equals: 'Energy' } as const;

    const filtered = await failureOf(limited.search.query({ select: ['Id'], from: 'Account', where: [industry] }));
    const grouped = await failureOf(
      limited.search.query({
        select: ['Industry', { aggregate: 'COUNT', field: 'Id', as: 'n' }],
        from: 'Account',
        groupBy: ['Industry'],
      }),
    );

    expect(filtered).toMatchObject({ code: 'SALESFORCE_REQUEST_INVALID', fields: ['Industry'] });
    expect(grouped).toMatchObject({ code: 'SALESFORCE_REQUEST_INVALID', fields: ['Industry'] });
  });

  it('refuses a name that is none before anything is sent', async () => {
    const { org, emulator } = await anOrg();

    const failure = await failureOf(org.search.query({ select: ['Id FROM User'], from: 'Account' }));

    expect(failure).toMatchObject({ code: 'SALESFORCE_RECORD_INVALID', path: 'query', outcome: 'notApplied' });
    expect(emulator.apiCalls()).toBe(0);
  });
});
