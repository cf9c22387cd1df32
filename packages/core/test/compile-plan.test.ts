import { describe, expect, it } from 'vitest';
import { PlanInvalidError, type PlannedStep, type RecordWrite, type WritePlan } from '../src/index.ts';
import { packageSchema } from '../src/package-schema.ts';
import { compilePlan } from '../src/plan/compile-plan.ts';
import type { Findings } from '../src/plan/plan-context.ts';
import { stepsOfPart } from '../src/plan/write-plan.ts';
import { aWrite } from './build/a-write.ts';

interface Known {
  /** `Object.Field` of fields that are known to be no External Id. */
  readonly plain?: readonly string[];
  readonly findings?: Findings;
  readonly namespace?: string;
}

function compile(write: RecordWrite, { plain = [], findings = new Map(), namespace = 'uman' }: Known = {}): WritePlan {
  return compilePlan(write, {
    apiVersion: '66.0',
    schema: packageSchema(namespace),
    isPlainField: (object, field) => plain.includes(`${object}.${field}`),
    findings,
  });
}

function refused(write: RecordWrite): unknown {
  try {
    compile(write);
  } catch (error) {
    return error;
  }
  throw new Error('It was not refused.');
}

const shapeOf = ({ steps }: WritePlan): string[] => steps.map(({ kind, method, url }) => `${kind} ${method} ${url}`);
const bodyOf = ({ steps }: WritePlan, kind: PlannedStep['kind'], nth = 0): unknown =>
  steps.filter((step) => step.kind === kind)[nth]?.body;

const SOBJECTS = '/services/data/v66.0/sobjects';
const contact = '0031i000013x2TEAAY';
const account = '001B000001LntWlIAJ';

it('compiles the whole write into one request, parents before children, the ledger last', () => {
  const plan = compile(
    aWrite({
      required: [
        { ref: 'engagement', object: 'Engagement__c', fields: { Name: 'Renewal', Region__c: { ref: 'region' } } },
        { ref: 'region', object: 'Region__c', match: { Code__c: 'EMEA' }, fields: { Name: 'EMEA' } },
      ],
      record: { fields: { Name: 'Acme', Engagement__c: { ref: 'engagement' } } },
      roles: [{ contactId: contact, role: 'Decision Maker', isPrimary: true }],
      note: { title: 'Kick-off', body: { text: 'Hello' }, links: [account] },
    }),
  );

  expect(shapeOf(plan)).toEqual([
    `required PATCH ${SOBJECTS}/Region__c/Code__c/EMEA`,
    `required POST ${SOBJECTS}/Engagement__c`,
    `record POST ${SOBJECTS}/Opportunity`,
    `role POST ${SOBJECTS}/OpportunityContactRole`,
    `note POST ${SOBJECTS}/ContentNote`,
    `link POST ${SOBJECTS}/ContentDocumentLink`,
    `link POST ${SOBJECTS}/ContentDocumentLink`,
    `ledger POST ${SOBJECTS}/uman__Write__c`,
  ]);
  expect(bodyOf(plan, 'required', 1)).toEqual({ Name: 'Renewal', Region__c: '@{required0.id}' });
  expect(bodyOf(plan, 'record')).toEqual({ Name: 'Acme', Engagement__c: '@{required1.id}' });
  expect(bodyOf(plan, 'role')).toEqual({
    OpportunityId: '@{record.id}',
    ContactId: contact,
    Role: 'Decision Maker',
    IsPrimary: true,
  });
  expect(bodyOf(plan, 'link')).toEqual({
    ContentDocumentId: '@{note.id}',
    LinkedEntityId: '@{record.id}',
    ShareType: 'V',
    Visibility: 'AllUsers',
  });
  expect(bodyOf(plan, 'link', 1)).toMatchObject({ LinkedEntityId: account });
  expect(plan).toMatchObject({ apiCalls: 1, lookups: [], ledgerKey: 'connection-1/call-8213/deal' });
});

it('writes a ledger row that says what each id is, in the order of its fields', () => {
  const plan = compile(
    aWrite({
      required: [{ ref: 'region', object: 'Region__c', match: { Code__c: 'EMEA' }, fields: {} }],
      roles: [{ contactId: contact }],
      note: { title: 'Kick-off', body: { text: '' } },
    }),
  );

  const body = bodyOf(plan, 'ledger') as Record<string, string>;

  expect(body).toEqual({
    uman__Key__c: 'connection-1/call-8213/deal',
    uman__Connection__c: 'connection-1',
    uman__Operation__c: 'writeDeal',
    uman__Object__c: 'Opportunity',
    uman__State__c: 'Written',
    uman__Content_Hash__c: 'a'.repeat(64),
    uman__Record_Id__c: '@{record.id}',
    uman__Note_Id__c: '@{note.id}',
    uman__Related__c: expect.any(String),
    uman__Related_Id_01__c: '@{required0.id}',
    uman__Related_Id_02__c: '@{role0.id}',
    uman__Related_Id_03__c: '@{link0.id}',
  });
  expect(JSON.parse(body['uman__Related__c'] ?? '')).toEqual({
    v: 1,
    record: { how: 'create' },
    related: [
      { kind: 'required', ref: 'region', object: 'Region__c', how: 'upsert' },
      { kind: 'role' },
      { kind: 'link', to: 'record' },
    ],
  });
});

it('uses names without a namespace where the package was deployed as source', () => {
  const plan = compile(aWrite(), { namespace: '' });

  expect(shapeOf(plan).at(-1)).toBe(`ledger POST ${SOBJECTS}/Write__c`);
  expect(bodyOf(plan, 'ledger')).toHaveProperty('Key__c');
});

describe('the record', () => {
  it('is updated by its id, which then stands for it everywhere', () => {
    const plan = compile(
      aWrite({
        object: 'Account',
        record: { id: '001B000001LntWl', fields: { Name: 'Acme' } },
        note: { title: 'x', body: { text: 'y' } },
      }),
    );

    expect(shapeOf(plan)[0]).toBe(`record PATCH ${SOBJECTS}/Account/${account}`);
    expect(bodyOf(plan, 'link')).toMatchObject({ LinkedEntityId: account });
    expect(bodyOf(plan, 'ledger')).toMatchObject({ uman__Record_Id__c: account });
  });

  it.each([
    ['a slash', 'a/b', 'a%2Fb'],
    ['a plus', 'a+b', 'a%2Bb'],
    ['a space', 'a b', 'a%20b'],
    ['a question mark and a hash', 'a?b#c', 'a%3Fb%23c'],
    ['a per cent sign', '100%', '100%25'],
    ['an at sign', 'x@y.de', 'x%40y.de'],
    ['letters beyond ASCII', 'Zoë', 'Zo%C3%AB'],
  ])('is upserted by an External Id with %s', (_name, value, encoded) => {
    const plan = compile(
      aWrite({ object: 'Contact', record: { match: { Ext__c: value }, fields: { LastName: 'x', Ext__c: value } } }),
    );

    expect(shapeOf(plan)[0]).toBe(`record PATCH ${SOBJECTS}/Contact/Ext__c/${encoded}`);
    expect(bodyOf(plan, 'record')).toEqual({ LastName: 'x' });
  });

  it('has its record type found by name within the same request', () => {
    const plan = compile(aWrite({ record: { pipeline: 'Enterprise', fields: { Name: 'Acme' } } }));

    const [query] = plan.steps;
    expect(query?.kind).toBe('recordType');
    expect(decodeURIComponent(query?.url ?? '')).toBe(
      "/services/data/v66.0/query/?q=SELECT Id FROM RecordType WHERE SobjectType = 'Opportunity' AND IsActive = TRUE AND DeveloperName = 'Enterprise'",
    );
    expect(bodyOf(plan, 'record')).toEqual({ Name: 'Acme', RecordTypeId: '@{recordType.records[0].Id}' });
    expect(plan.apiCalls).toBe(1);
  });

  it('takes a record type by its id as it is', () => {
    const plan = compile(aWrite({ record: { pipeline: '012000000000000AAA', fields: { Name: 'Acme' } } }));

    expect(plan.steps[0]?.kind).toBe('record');
    expect(bodyOf(plan, 'record')).toEqual({ Name: 'Acme', RecordTypeId: '012000000000000AAA' });
  });
});

describe('a match', () => {
  const region = { ref: 'region', object: 'Region__c', fields: { Name: "EMEA's" } } as const;
  const path = 'required[0]';

  it('that must not change what it finds is looked up', () => {
    const plan = compile(aWrite({ required: [{ ...region, match: { Code__c: 'E' }, whenFound: 'keep' }] }));

    expect(plan.apiCalls).toBe(2);
    expect(plan.lookups).toEqual([
      {
        object: 'Region__c',
        soql: "SELECT Id, Name FROM Region__c WHERE Code__c = 'E' ORDER BY Id LIMIT 21",
        path: 'required[0].match',
      },
    ]);
  });

  it.each([
    ['several fields', { Code__c: 'E', Active__c: true }, []],
    ['a field that is known to be no External Id', { Label__c: 'E' }, ['Region__c.Label__c']],
    ['a checkbox', { Active__c: true }, []],
    ['a value that would change the address', { Code__c: '..' }, []],
  ])('by %s is looked up', (_name, match, plain) => {
    expect(compile(aWrite({ required: [{ ...region, match }] }), { plain }).lookups).toHaveLength(1);
  });

  it('that found nothing creates the record with what it was matched by', () => {
    const write = aWrite({ required: [{ ...region, match: { Code__c: 'E', Active__c: true } }] });

    const plan = compile(write, { findings: new Map([[path, { found: 'none' }]]) });

    expect(bodyOf(plan, 'required')).toEqual({ Code__c: 'E', Active__c: true, Name: "EMEA's" });
  });

  const found = new Map([[path, { found: 'one', id: account } as const]]);

  it('that found a record only refers to it', () => {
    const write = aWrite({
      required: [{ ...region, match: { Code__c: 'E' }, whenFound: 'keep' }],
      record: { fields: { Name: 'x', Region__c: { ref: 'region' } } },
    });

    const plan = compile(write, { findings: found });

    expect(plan.steps.map(({ kind }) => kind)).toEqual(['record', 'ledger']);
    expect(bodyOf(plan, 'record')).toMatchObject({ Region__c: account });
    expect(plan.required).toEqual({ region: { how: 'found', id: account } });
    expect(plan.parts[0]?.manifest.related).toEqual([
      { kind: 'required', ref: 'region', object: 'Region__c', how: 'found' },
    ]);
    expect(bodyOf(plan, 'ledger')).toMatchObject({ uman__Related_Id_01__c: account });
  });

  it('that found a record updates it when told to', () => {
    const write = aWrite({ required: [{ ...region, match: { Code__c: 'E', Active__c: true }, whenFound: 'update' }] });

    const plan = compile(write, { findings: found });

    expect(shapeOf(plan)[0]).toBe(`required PATCH ${SOBJECTS}/Region__c/${account}`);
    expect(bodyOf(plan, 'required')).toEqual({ Name: "EMEA's" });
  });

  it('of the record itself always updates what it finds', () => {
    const write = aWrite({
      object: 'Account',
      record: { match: { Name: 'Acme', Site: 'HQ' }, fields: { Phone: '1' } },
    });

    const plan = compile(write, { findings: new Map([['account', { found: 'one', id: account }]]) });

    expect(shapeOf(plan)[0]).toBe(`record PATCH ${SOBJECTS}/Account/${account}`);
    expect(plan.record).toEqual({ how: 'update', id: account });
  });
});

describe('the links of a note', () => {
  it('hold each record once: by 15 or 18 characters, by reference, and the record itself', () => {
    const plan = compile(
      aWrite({
        object: 'Account',
        required: [{ ref: 'region', object: 'Region__c', fields: {} }],
        record: { id: account, fields: {} },
        note: {
          title: 'x',
          body: { text: 'y' },
          links: [
            account,
            '001B000001LntWl',
            { ref: 'record' },
            contact,
            '0031i000013x2TE',
            { ref: 'region' },
            { ref: 'region' },
          ],
        },
      }),
    );

    const linked = plan.steps.filter(({ kind }) => kind === 'link').map(({ body }) => body?.['LinkedEntityId']);
    expect(linked).toEqual([account, contact, '@{required0.id}']);
    expect(plan.parts[0]?.manifest.related.slice(1)).toEqual([
      { kind: 'link', to: 'record' },
      { kind: 'link', to: contact },
      { kind: 'link', to: 'region' },
    ]);
  });
});

describe('what cannot be written', () => {
  const required = (ref: string, fields: Record<string, unknown> = {}) =>
    ({ ref, object: 'Region__c', fields }) as never;

  it.each<[string, Partial<RecordWrite>, string, string]>([
    [
      'a circle',
      { required: [required('a', { X__c: { ref: 'b' } }), required('b', { Y__c: { ref: 'a' } })] },
      'cycle',
      'required[1].fields.Y__c',
    ],
    [
      'a reference to itself',
      { required: [required('a', { X__c: { ref: 'a' } })] },
      'cycle',
      'required[0].fields.X__c',
    ],
    [
      'a reference to nothing',
      { required: [required('a', { X__c: { ref: 'z' } })] },
      'unknownRef',
      'required[0].fields.X__c',
    ],
    [
      'a reference of the record to nothing',
      { record: { fields: { A__c: { ref: 'z' } } } },
      'unknownRef',
      'deal.fields.A__c',
    ],
    [
      'a record that refers to itself',
      { record: { fields: { A__c: { ref: 'record' } } } },
      'cycle',
      'deal.fields.A__c',
    ],
    ['the same name twice', { required: [required('a'), required('a')] }, 'duplicateRef', 'required[1].ref'],
    ['the name of the record', { required: [required('record')] }, 'duplicateRef', 'required[0].ref'],
    ['a name that is none', { required: [required('a b')] }, 'invalidRef', 'required[0].ref'],
    [
      'a required record that needs the record',
      { required: [required('a', { X__c: { ref: 'record' } })] },
      'requiredNeedsRecord',
      'required[0].fields.X__c',
    ],
    [
      'a text that is a reference',
      { record: { fields: { Description: '@{required0.id}' } } },
      'referenceInText',
      'deal.fields.Description',
    ],
    [
      'a text that holds a reference',
      { record: { fields: { Description: 'x @{y} z' } } },
      'referenceInText',
      'deal.fields.Description',
    ],
    [
      'a match that is a reference',
      { record: { match: { Ext__c: '@{a.id}' }, fields: {} } },
      'referenceInText',
      'deal.match.Ext__c',
    ],
    [
      'a title that is a reference',
      { note: { title: '@{a.id}', body: { text: '' } } },
      'referenceInText',
      'note.title',
    ],
    [
      'a role that is a reference',
      { roles: [{ contactId: contact, role: '@{a.id}' }] },
      'referenceInText',
      'roles[0].role',
    ],
    ['a key that is a reference', { key: '@{a.id}' }, 'referenceInText', 'key'],
    ['a field that is no name', { record: { fields: { "Name'--": 'x' } } }, 'invalidName', "deal.fields.Name'--"],
    ['an id among the fields', { record: { fields: { Id: account } } }, 'invalidName', 'deal.fields.Id'],
    ['a type among the fields', { record: { fields: { attributes: 'x' } } }, 'invalidName', 'deal.fields.attributes'],
    [
      'an object that is no name',
      { required: [{ ref: 'a', object: 'Region__c/x', fields: {} }] },
      'invalidName',
      'required[0].object',
    ],
    [
      'a record type that is no name',
      { record: { pipeline: "x' OR Id != '", fields: {} } },
      'invalidName',
      'deal.pipeline',
    ],
    [
      'two record types',
      { record: { pipeline: 'Enterprise', fields: { RecordTypeId: account } } },
      'invalidValue',
      'deal.pipeline',
    ],
    ['an id that is none', { record: { id: '006', fields: {} } }, 'invalidId', 'deal.id'],
    ['an id with a wrong suffix', { record: { id: '001B000001LntWlIAA', fields: {} } }, 'invalidId', 'deal.id'],
    ['a contact that is none', { roles: [{ contactId: 'x' }] }, 'invalidId', 'roles[0].contactId'],
    ['a link that is none', { note: { title: 'x', body: { text: '' }, links: ['x'] } }, 'invalidId', 'note.links[0]'],
    ['an id and a match', { record: { id: account, match: { Ext__c: 'x' }, fields: {} } }, 'idAndMatch', 'deal'],
    ['a match by nothing', { record: { match: {}, fields: {} } }, 'invalidMatch', 'deal.match'],
    [
      'a match by an empty text',
      { record: { match: { Ext__c: '' }, fields: {} } },
      'invalidMatch',
      'deal.match.Ext__c',
    ],
    [
      'a match and another value',
      { record: { match: { Ext__c: 'x' }, fields: { Ext__c: 'y' } } },
      'invalidMatch',
      'deal.fields.Ext__c',
    ],
    ['a number that is none', { record: { fields: { Amount: Number.NaN } } }, 'invalidValue', 'deal.fields.Amount'],
    ['a list', { record: { fields: { Tags__c: ['a'] as never } } }, 'invalidValue', 'deal.fields.Tags__c'],
    ['roles of a contact', { object: 'Contact', roles: [{ contactId: contact }] }, 'rolesNotAllowed', 'roles'],
    ['a blank title', { note: { title: '  ', body: { text: 'x' } } }, 'invalidNote', 'note.title'],
    ['a long title', { note: { title: 'x'.repeat(256), body: { text: 'x' } } }, 'invalidNote', 'note.title'],
    ['a title of two lines', { note: { title: 'a\nb', body: { text: 'x' } } }, 'invalidNote', 'note.title'],
    [
      'two values for one field',
      { record: { fields: { Name: 'x', name: 'y' } } },
      'duplicateField',
      'deal.fields.name',
    ],
    [
      'a record that is looked for by one value and created with another, and so never found',
      {
        required: [{ ref: 'a', object: 'Region__c', match: { A__c: 'x', B__c: 'y' }, fields: { a__c: 'z' } }],
      },
      'invalidMatch',
      'required[0].fields.a__c',
    ],
    [
      'the same record looked for twice',
      {
        required: [
          { ref: 'a', object: 'Region__c', match: { Code__c: 'x', A__c: 1 }, fields: {} },
          { ref: 'b', object: 'region__c', match: { a__c: '1', code__c: 'x' }, fields: {} },
        ],
      },
      'duplicateMatch',
      'required[1].match',
    ],
    [
      'a required record that is looked for as the record itself is',
      {
        required: [{ ref: 'a', object: 'Opportunity', match: { Name: 'x' }, fields: {} }],
        record: { match: { Name: 'x' }, fields: {} },
      },
      'duplicateMatch',
      'deal.match',
    ],
    ['a key with a line break', { key: 'a\nb' }, 'invalidValue', 'key'],
    ['a key that Salesforce would trim', { key: ' a' }, 'invalidValue', 'key'],
    ['a connection that could be another one', { connectionId: 'a/b' }, 'invalidValue', 'connectionId'],
  ])('%s', (_name, overrides, problem, path) => {
    expect(refused(aWrite(overrides))).toMatchObject({
      code: 'PLAN_INVALID',
      problem,
      path,
      outcome: 'notApplied',
      retryable: false,
    });
  });

  it('names the fields that go round in a circle', () => {
    const write = aWrite({
      required: [
        required('a', { X__c: { ref: 'b' } }),
        required('b', { Y__c: { ref: 'c' } }),
        required('c', { Z__c: { ref: 'b' } }),
      ],
    });

    expect(refused(write)).toMatchObject({ message: expect.stringContaining('b → c → b') });
  });

  it('HTML that a note cannot hold', () => {
    expect(refused(aWrite({ note: { title: 'x', body: { html: '<table></table>' } } }))).toMatchObject({
      code: 'NOTE_HTML_NOT_ALLOWED',
      object: 'ContentNote',
      fields: ['Content'],
      path: 'note.body',
      tag: 'table',
    });
  });
});

describe('more than one request holds', () => {
  const many = (count: number, of: (index: number) => object) =>
    Array.from({ length: count }, (_, index) => of(index)) as never;

  const shapes = ({ parts }: WritePlan) => parts.map(({ from, to }) => to - from);
  const regions = (count: number, fields: object = {}) =>
    many(count, (index) => ({ ref: `r${index}`, object: 'Region__c', fields }));

  it('is parted before the record, each part with a row of its own and the last one with that of the write', () => {
    const plan = compile(aWrite({ required: regions(24) }));

    expect(shapes(plan)).toEqual([23, 4]);
    expect(plan.parts.map(({ to }) => plan.steps[to - 1]?.referenceId)).toEqual(['ledger1', 'ledger']);
    expect(plan.parts[1]?.ledgerKey).toBe(plan.ledgerKey);
    expect(plan.parts[0]?.ledgerKey).toMatch(/^\/1\/[0-9a-f]{64}$/);
    expect(plan).toMatchObject({
      apiCalls: 3,
      parts: [
        { number: 1, of: 2 },
        { number: 2, of: 2 },
      ],
    });
  });

  it('keeps a note with its link to the record, and the record with all that is its own', () => {
    const roles = many(20, () => ({ contactId: contact }));
    const plan = compile(aWrite({ required: regions(3), roles, note: { title: 'x', body: { text: 'y' } } }));

    expect(plan.parts.map((part) => stepsOfPart(plan, part).map(({ kind }) => kind))).toEqual([
      ['required', 'required', 'required', 'ledger'],
      ['record', ...many(20, () => 'role' as never), 'note', 'link', 'ledger'],
    ]);
  });

  it('is parted among roles and links where the record itself has more of them', () => {
    const roles = many(30, () => ({ contactId: contact }));
    const plan = compile(aWrite({ required: regions(1), roles, note: { title: 'x', body: { text: 'y' } } }));

    expect(shapes(plan)).toEqual([24, 12]);
    expect(plan.parts[0]?.manifest).toMatchObject({ v: 2, part: 1, of: 2, record: { how: 'create' } });
    expect(plan.parts[1]?.manifest).toMatchObject({ v: 2, part: 2, of: 2, record: null });
  });

  it('is parted by the ids that a row of the ledger holds, too', () => {
    expect(shapes(compile(aWrite({ required: regions(23) })))).toEqual([23, 3]);
  });

  it('has its seams where they were, whatever was found or written meanwhile', () => {
    const match = (index: number) => ({ A__c: 1, B__c: index });
    const required = many(30, (index) => ({ ref: `r${index}`, object: 'Region__c', match: match(index), fields: {} }));
    const findings = new Map([[`required[3]`, { found: 'one', id: account } as const]]);

    const [first, second] = [compile(aWrite({ required })), compile(aWrite({ required }), { findings })];

    const kept = ({ parts }: WritePlan) => parts.map(({ manifest }) => manifest.related.length);
    expect(kept(second)).toEqual(kept(first));
    expect(shapes(second)).toEqual([22, 10]);
  });

  it('looks up as many matches at once as a request takes', () => {
    const required = many(6, (index) => ({
      ref: `r${index}`,
      object: 'Region__c',
      match: { A__c: 1, B__c: index },
      fields: {},
    }));

    expect(compile(aWrite({ required }))).toMatchObject({ apiCalls: 3, lookups: { length: 6 } });
  });

  it('is refused where even so many requests are not enough', () => {
    const roles = many(500, () => ({ contactId: contact }));

    expect(refused(aWrite({ roles }))).toMatchObject({
      code: 'PLAN_TOO_LARGE',
      of: 'parts',
      count: 23,
      limit: 20,
      message: expect.stringContaining('23'),
    });
  });

  it('takes as many as there is room for', () => {
    const required = many(22, (index) => ({ ref: `r${index}`, object: 'Region__c', fields: {} }));

    expect(compile(aWrite({ required })).steps).toHaveLength(24);
  });
});

describe('all that is wrong is said at once, before anything is sent', () => {
  it('in the parts of a write', () => {
    const error = refused(
      aWrite({
        required: [
          { ref: 'a', object: 'Region__c', fields: { Name: 'x', Other__c: { ref: 'b' } } },
          { ref: 'b', object: 'Region__c', fields: { Name: '@{x}', Other__c: { ref: 'a' } } },
          { ref: 'a', object: 'Region__c', fields: { Nothing__c: { ref: 'nobody' } } },
        ],
        record: { id: contact, fields: { 'Not a name': 1, CloseDate: '2026-02-30', Amount: 1e16, AccountId: contact } },
        roles: [{ contactId: account, role: '@{x}' }],
        note: { title: '', body: { text: 'x' }, links: ['nowhere'] },
      }),
    ) as PlanInvalidError;

    expect(error).toBeInstanceOf(PlanInvalidError);
    expect(error.problems.map(({ path }) => path)).toEqual([
      'required[2].ref',
      'required[1].fields.Other__c',
      'required[1].fields.Name',
      'deal.id',
      'deal.fields.Not a name',
      'deal.fields.CloseDate',
      'deal.fields.Amount',
      'deal.fields.AccountId',
      'roles[0].contactId',
      'roles[0].role',
      'note.links[0]',
      'note.title',
    ]);
    for (const { message, remedy } of error.problems) expect(message).toContain(remedy);
  });

  it.each<[string, Partial<RecordWrite>, string, string]>([
    [
      'a 17-character id',
      { record: { fields: { AccountId: account.slice(0, 17) } } },
      'MALFORMED_ID',
      'deal.fields.AccountId',
    ],
    [
      'an id that lost its case',
      { record: { fields: { AccountId: account.toLowerCase() } } },
      'MALFORMED_ID',
      'deal.fields.AccountId',
    ],
    [
      'an id of another object',
      { record: { fields: { AccountId: contact } } },
      'MALFORMED_ID',
      'deal.fields.AccountId',
    ],
    [
      'a required record with one',
      { required: [{ ref: 'c', object: 'Contact', fields: { LastName: 'x', accountid: contact } }] },
      'MALFORMED_ID',
      'required[0].fields.accountid',
    ],
    [
      'a day that is not',
      { record: { fields: { CloseDate: '2027-02-29' } } },
      'JSON_PARSER_ERROR',
      'deal.fields.CloseDate',
    ],
    [
      'a time where a day belongs',
      { record: { fields: { CloseDate: '2026-12-31T00:00:00Z' } } },
      'JSON_PARSER_ERROR',
      'deal.fields.CloseDate',
    ],
    [
      'a time without its zone',
      { object: 'Contact', record: { fields: { LastName: 'x', EmailBouncedDate: '2026-12-31T00:00:00' } } },
      'JSON_PARSER_ERROR',
      'contact.fields.EmailBouncedDate',
    ],
    ['too many digits', { record: { fields: { Amount: -1e16 } } }, 'NUMBER_OUTSIDE_VALID_RANGE', 'deal.fields.Amount'],
    [
      'a place that is not on earth',
      { object: 'Account', record: { fields: { Name: 'x', BillingLatitude: 90.5 } } },
      'NUMBER_OUTSIDE_VALID_RANGE',
      'account.fields.BillingLatitude',
    ],
    [
      'too long a text',
      { object: 'Contact', record: { fields: { LastName: '𝄞'.repeat(81) } } },
      'STRING_TOO_LONG',
      'contact.fields.LastName',
    ],
  ])('%s', (_name, overrides, errorCode, path) => {
    expect(refused(aWrite(overrides))).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      errorCode,
      path,
      outcome: 'notApplied',
      fixedBy: 'user',
      problems: [{ path }],
    });
  });

  it('and nothing that fits is refused', () => {
    const fields = {
      Name: ` ${'x'.repeat(120)} `,
      CloseDate: '2028-02-29',
      Amount: '-999999999999999.99',
      AccountId: account.slice(0, 15),
    };

    expect(bodyOf(compile(aWrite({ record: { fields } })), 'record')).toEqual(fields);
  });

  it('values alone as values, without what they are', () => {
    const error = refused(aWrite({ record: { fields: { Name: 'Secret'.repeat(30), CloseDate: 'Secret' } } }));

    expect(error).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      fields: ['Name', 'CloseDate'],
      problems: [{}, {}],
    });
    expect((error as Error).message).not.toContain('Secret');
  });
});
