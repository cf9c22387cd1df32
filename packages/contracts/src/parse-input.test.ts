import { describe, expect, it } from 'vitest';
import { parseInput } from './parse-input.ts';
import { writeAccount } from './writes/write-account.ts';
import { writeDeal } from './writes/write-deal.ts';

const aDeal = (changes: object = {}) => ({
  key: 'call-8213/deal',
  connectionId: 'c1',
  record: { fields: { Name: 'Acme renewal', StageName: 'Qualification', CloseDate: '2026-12-31' } },
  ...changes,
});

const issuesOf = (input: unknown) => {
  const parsed = parseInput(writeDeal, input);
  return parsed.success ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
};

describe('parseInput', () => {
  it('fills in what was left out', () => {
    expect(parseInput(writeDeal, aDeal())).toMatchObject({
      success: true,
      input: { required: [], roles: [], onProblem: 'fail', priority: 'interactive' },
    });
  });

  it('accepts the whole shape of a deal', () => {
    const input = aDeal({
      required: [
        { ref: 'region', object: 'Region__c', match: { Code__c: 'EMEA' }, fields: { Name: 'EMEA' } },
        {
          ref: 'engagement',
          object: 'uman__Engagement__c',
          fields: { Region__c: { ref: 'region' } },
          whenFound: 'keep',
        },
      ],
      record: {
        pipeline: 'Enterprise',
        fields: {
          CloseDate: '2026-12-31',
          Engagement__c: { ref: 'engagement' },
          Amount: 1.5,
          Flag__c: true,
          NextStep: null,
        },
      },
      roles: [{ contactId: '0031x00000AbCdEAAV', role: 'Decision Maker', isPrimary: true }],
      note: {
        title: 'Kick-off call',
        body: { markdown: '**hello**' },
        links: ['0011x00000AbCdEAAV', { ref: 'engagement' }],
      },
      priority: 'bulk',
    });

    expect(issuesOf(input)).toEqual([]);
  });

  it.each([
    [
      'a date that is none',
      { record: { fields: { CloseDate: 'tomorrow' } } },
      'deal.fields.CloseDate: expected a date (YYYY-MM-DD)',
    ],
    [
      'a day that does not exist',
      { record: { fields: { CloseDate: '2026-02-30' } } },
      'deal.fields.CloseDate: expected a date (YYYY-MM-DD)',
    ],
    ['an amount in words', { record: { fields: { Amount: 'much' } } }, 'deal.fields.Amount: expected a number'],
    [
      'a value that is no value',
      { record: { fields: { X__c: {} } } },
      'deal.fields.X__c: expected text, a number, true, false, null or { ref }',
    ],
    [
      'a field name that is none',
      { record: { fields: { 'Name; --': 1 } } },
      'deal.fields.Name; --: expected the API name of a field',
    ],
    [
      'both id and match',
      { record: { id: '0061x00000AbCdEAAV', match: { X__c: 'x' }, fields: {} } },
      'deal: expected either id or match, not both',
    ],
    [
      'an id that is none',
      { record: { id: '006', fields: {} } },
      'deal.id: expected a Salesforce record id of 15 or 18 characters',
    ],
    ['an empty key', { key: '' }, 'key: expected 1 to 200 printable characters'],
    ['a key that is too long', { key: 'k'.repeat(201) }, 'key: expected 1 to 200 printable characters'],
    ['a key that Salesforce would trim', { key: 'k ' }, 'key: expected no white space at its start or end'],
    ['a key with a control character', { key: 'a\u0000b' }, 'key: expected printable characters only'],
    [
      'a connection that is none',
      { connectionId: 'a/b' },
      'connectionId: expected a connection id: 1 to 54 letters, digits, "-" or "_"',
    ],
    [
      'a key that Salesforce would take for a reference',
      { key: 'a@{b}' },
      'key: expected a key without "@{", which Salesforce takes for a reference',
    ],
    [
      'an id that has lost its case',
      { record: { id: '0061X00000ABCDEAAV', fields: {} } },
      'deal.id: expected a Salesforce record id in the case that Salesforce gives it',
    ],
    [
      'two primary contacts',
      {
        roles: [
          { contactId: '0031x00000AbCdEAAV', isPrimary: true },
          { contactId: '0031x00000AbCdFAAV', isPrimary: true },
        ],
      },
      'roles: expected one primary contact',
    ],
    [
      'a title of two lines',
      { note: { title: 'a\nb', body: { text: 'x' } } },
      'note.title: expected a title of one line',
    ],
    [
      'a match by null, which would fit anything',
      { required: [{ ref: 'a', object: 'A__c', match: { Code__c: null } }] },
      'required[0].match.Code__c: expected text, a number, true or false',
    ],
    ['a record that is null', { record: null }, 'deal: missing; expected object'],
    [
      'a number in words of another language',
      { record: { fields: { Amount: '1000' } } },
      'deal.fields.Amount: expected a number',
    ],
    ['a name that is not known', { notes: [] }, 'input: unknown name notes'],
    [
      'the same ref twice',
      {
        required: [
          { ref: 'a', object: 'A__c' },
          { ref: 'a', object: 'B__c' },
        ],
      },
      'required[1].ref: "a" is used twice',
    ],
    [
      'a ref with the record’s name',
      { required: [{ ref: 'record', object: 'A__c' }] },
      'required[0].ref: "record" names the record itself; choose another name',
    ],
    [
      'a match by nothing',
      { required: [{ ref: 'a', object: 'A__c', match: {} }] },
      'required[0].match: expected at least one field to match by',
    ],
    [
      'a role without a contact',
      { roles: [{ role: 'Buyer' }] },
      'roles[0].contactId: expected a contact id or { ref }',
    ],
    [
      'a note with a blank title',
      { note: { title: '  ', body: { text: 'x' } } },
      'note.title: expected a title that is not blank',
    ],
    [
      'a note with two bodies',
      { note: { title: 'x', body: { text: 'x', html: 'x' } } },
      'note.body: expected one of { markdown }, { html } or { text }',
    ],
    ['a wait that cannot be had yet', { onProblem: 'wait' }, 'onProblem: "wait" is not available yet; use "fail"'],
    ['nothing at all', undefined, 'input: missing; expected object'],
  ])('refuses %s and says where', (_name, changes, issue) => {
    expect(issuesOf(changes === undefined ? undefined : aDeal(changes))).toContain(issue);
  });

  it('takes null for an option that was left out, as other languages send it', () => {
    const sparse = aDeal({
      required: null,
      roles: null,
      note: null,
      priority: null,
      record: { id: null, match: null, pipeline: null, fields: { Name: 'Acme', NextStep: null } },
    });

    expect(parseInput(writeDeal, sparse)).toEqual(
      parseInput(writeDeal, aDeal({ record: { fields: { Name: 'Acme', NextStep: null } } })),
    );
  });

  it('hands on an id with 18 characters, so that both forms are the same content', () => {
    const parsed = parseInput(writeDeal, aDeal({ record: { id: '0061x00000AbCdE', fields: {} } }));

    expect(parsed).toMatchObject({ success: true, input: { record: { id: '0061x00000AbCdEAAV' } } });
  });

  it('refuses what Temporal would not take, before it is asked', () => {
    const body = { text: 'ä'.repeat(500_000) };

    expect(issuesOf(aDeal({ note: { title: 'x', body } }))).toEqual([
      expect.stringMatching(/^input: has 1\d{6} bytes as JSON; expected at most 1000000$/),
    ]);
    expect(issuesOf(aDeal({ note: { title: 'x', body: { text: 'a'.repeat(900_000) } } }))).toEqual([]);
  });

  it('does not repeat the values it refuses', () => {
    const issues = issuesOf(aDeal({ key: 'secret-key\u0007', record: { fields: { CloseDate: 'secret-date' } } }));

    expect(issues.join()).not.toContain('secret');
  });

  it('calls the record what its contract calls it', () => {
    const parsed = parseInput(writeAccount, {
      key: 'k',
      connectionId: 'c',
      record: { fields: { NumberOfEmployees: 'x' } },
    });

    expect(parsed).toEqual({
      success: false,
      issues: [{ path: 'account.fields.NumberOfEmployees', message: 'expected a number' }],
    });
  });

  it('gives pipelines and roles to deals only', () => {
    const parsed = parseInput(writeAccount, {
      key: 'k',
      connectionId: 'c',
      roles: [],
      record: { pipeline: 'x', fields: {} },
    });

    expect(parsed.success ? [] : parsed.issues.map(({ message }) => message).sort()).toEqual([
      'unknown name pipeline',
      'unknown name roles',
    ]);
  });
});
