import { describe, expect, it } from 'vitest';
import { aDeal, base64, createEmulatorRig, salesMetadata, type EmulatorRig } from '../../emulator-rig.ts';

interface Result {
  readonly body: unknown;
  readonly httpHeaders: Record<string, string>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

const HALTED = {
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
  httpHeaders: {},
  httpStatusCode: 400,
};

const V = '/services/data/v66.0';

function post(referenceId: string, object: string, body: unknown): object {
  return { method: 'POST', url: `${V}/sobjects/${object}`, referenceId, body };
}

function get(referenceId: string, url: string, more: object = {}): object {
  return { method: 'GET', url: `${V}${url}`, referenceId, ...more };
}

async function send(rig: EmulatorRig, compositeRequest: readonly object[], more: object = {}): Promise<Result[]> {
  const { status, body } = await rig.call('POST', '/composite', { compositeRequest, ...more });
  expect(status).toBe(200);
  return (body as { compositeResponse: Result[] }).compositeResponse;
}

describe('a whole deal', () => {
  it('is written in one call: required objects, deal, role, note and its links', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const contact = await rig.create('Contact', { LastName: 'Lee' });
    rig.emulator.clearRequests();

    const results = await send(
      rig,
      [
        post('region', 'Region__c', { Name: 'EMEA', Code__c: 'EMEA' }),
        post('engagement', 'Engagement__c', { Region__c: '@{region.id}' }),
        post('deal', 'Opportunity', aDeal({ Engagement__c: '@{engagement.id}' })),
        post('role', 'OpportunityContactRole', { OpportunityId: '@{deal.id}', ContactId: contact, IsPrimary: true }),
        post('note', 'ContentNote', { Title: 'Kick-off', Content: base64('<p>Hi</p>') }),
        post('link', 'ContentDocumentLink', { ContentDocumentId: '@{note.id}', LinkedEntityId: '@{deal.id}' }),
      ],
      { allOrNone: true, collateSubrequests: false },
    );

    expect(results.map((result) => result.httpStatusCode)).toEqual([201, 201, 201, 201, 201, 201]);
    const deal = results[2];
    const id = String(rig.emulator.records('Opportunity')[0]?.['Id']);
    expect(JSON.stringify(deal)).toBe(
      `{"body":{"id":"${id}","success":true,"errors":[]},"httpHeaders":{"Location":"${V}/sobjects/Opportunity/${id}"},"httpStatusCode":201,"referenceId":"deal"}`,
    );
    expect(rig.emulator.records('ContentDocumentLink').map((link) => link['LinkedEntityId'])).toEqual([
      rig.emulator.admin.userId,
      id,
    ]);
    expect(rig.emulator.apiCalls()).toBe(1);
    expect(rig.emulator.requests()).toMatchObject([{ method: 'POST', status: 200, apiCall: true, subrequests: 6 }]);
  });

  it('is not written at all when one part fails', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });

    const results = await send(
      rig,
      [
        post('region', 'Region__c', { Code__c: 'EMEA' }),
        post('note', 'ContentNote', { Title: 'Kick-off', Content: base64('<p>Hi</p>') }),
        post('deal', 'Opportunity', { Name: 'x' }),
        post('link', 'ContentDocumentLink', { ContentDocumentId: '@{note.id}', LinkedEntityId: '@{deal.id}' }),
      ],
      { allOrNone: true },
    );

    expect(results).toEqual([
      { ...HALTED, referenceId: 'region' },
      { ...HALTED, referenceId: 'note' },
      {
        body: [
          {
            message: 'Required fields are missing: [StageName, CloseDate]',
            errorCode: 'REQUIRED_FIELD_MISSING',
            fields: ['StageName', 'CloseDate'],
          },
        ],
        httpHeaders: {},
        httpStatusCode: 400,
        referenceId: 'deal',
      },
      { ...HALTED, referenceId: 'link' },
    ]);
    expect(rig.emulator.count('Region__c')).toBe(0);
    expect(rig.emulator.count('ContentNote')).toBe(0);
    expect(rig.emulator.count('ContentDocumentLink')).toBe(0);
  });
});

describe('without allOrNone', () => {
  it('keeps what succeeded, and halts what depends on a failure', async () => {
    await using rig = await createEmulatorRig();

    const results = await send(rig, [
      post('good', 'Account', { Name: 'Acme' }),
      post('bad', 'Account', {}),
      post('child', 'Contact', { LastName: 'Lee', AccountId: '@{bad.id}' }),
    ]);

    expect(results.map((result) => result.httpStatusCode)).toEqual([201, 400, 400]);
    expect(results[2]?.body).toEqual([
      {
        errorCode: 'PROCESSING_HALTED',
        message:
          "Invalid reference specified. No value for bad.id found in bad. Provided referenceId ('bad.id') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').",
      },
    ]);
    expect(rig.emulator.count('Account')).toBe(1);
    expect(rig.emulator.count('Contact')).toBe(0);
  });
});

describe('references', () => {
  it('reach into query results, rows and URLs, and mind the case', async () => {
    await using rig = await createEmulatorRig();
    await rig.create('Account', { Name: 'Acme', BillingCity: 'Ghent' });
    const soql = encodeURIComponent("SELECT Id, Name FROM Account WHERE Name = 'Acme'");

    const results = await send(rig, [
      get('found', `/query?q=${soql}`),
      get('row', '/sobjects/Account/@{found.records[0].Id}'),
      post('contact', 'Contact', {
        LastName: '@{row.BillingAddress.city}',
        AccountId: '@{row.Id}',
        Phone: '@{row.Phone}',
      }),
      get('wrongCase', '/sobjects/Contact/@{contact.Id}'),
      { method: 'PATCH', url: `${V}/sobjects/Contact/@{contact.id}`, referenceId: 'patch', body: { Title: 'CFO' } },
    ]);

    expect(results.map((result) => result.httpStatusCode)).toEqual([200, 200, 201, 400, 204]);
    expect(results[4]).toEqual({ body: null, httpHeaders: {}, httpStatusCode: 204, referenceId: 'patch' });
    expect(rig.emulator.records('Contact')).toMatchObject([{ LastName: 'Ghent', Phone: null, Title: 'CFO' }]);
  });

  it('to null are null from v52 on, and an error before', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('Contact', { LastName: 'Wong' });
    const compositeRequest = [
      get('contact', `/sobjects/Contact/${id}`),
      post('copy', 'Contact', { FirstName: '@{contact.FirstName}', LastName: '@{contact.LastName}' }),
    ];

    const now = await rig.call('POST', '/services/data/v52.0/composite', { compositeRequest });
    const then = await rig.call('POST', '/services/data/v51.0/composite', { compositeRequest });

    expect(now.body).toMatchObject({ compositeResponse: [{ httpStatusCode: 200 }, { httpStatusCode: 201 }] });
    expect(then.body).toMatchObject({ compositeResponse: [{ httpStatusCode: 200 }, { httpStatusCode: 400 }] });
  });

  it('within a longer text of a body are answered 501, and nothing is written', async () => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('POST', '/composite', {
      allOrNone: false,
      compositeRequest: [post('a', 'Account', { Name: 'Acme' }), post('b', 'Account', { Name: 'Child of @{a.id}' })],
    });

    expect(status).toBe(501);
    expect(body).toMatchObject([{ errorCode: 'NOT_EMULATED' }]);
    expect(rig.emulator.count('Account')).toBe(0);
  });
});

describe('subrequests', () => {
  it('describe with tags of their own, and answer 304 with no body', async () => {
    await using rig = await createEmulatorRig({ clock: () => new Date('2026-05-06T09:49:20Z') });
    const since = { httpHeaders: { 'If-Modified-Since': 'Wed, 06 May 2026 09:49:20 GMT' } };

    const [fresh, unchanged] = await send(rig, [
      get('fresh', '/sobjects/Account/describe'),
      get('unchanged', '/sobjects/Account/describe', since),
    ]);

    expect(fresh?.httpHeaders).toMatchObject({ 'Last-Modified': 'Wed, 6 May 2026 09:49:20 GMT' });
    expect(unchanged).toMatchObject({ body: null, httpStatusCode: 304 });
  });

  it('upsert, with 300 counting as a failure', async () => {
    await using rig = await createEmulatorRig();
    await rig.create('Contact', { LastName: 'A', Email: 'a@b.example' });
    await rig.create('Contact', { LastName: 'B', Email: 'a@b.example' });

    const results = await send(
      rig,
      [
        post('account', 'Account', { Name: 'Acme' }),
        {
          method: 'PATCH',
          url: `${V}/sobjects/Contact/Email/a%40b.example`,
          referenceId: 'contact',
          body: { Title: 'CFO', AccountId: '@{account.id}' },
        },
      ],
      { allOrNone: true },
    );

    expect(results.map((result) => result.httpStatusCode)).toEqual([400, 300]);
    expect(rig.emulator.count('Account')).toBe(0);
  });

  it('show a nested collection as it was, although it is rolled back', async () => {
    await using rig = await createEmulatorRig();
    const records = [{ attributes: { type: 'Account' }, Name: 'Acme' }];

    const results = await send(
      rig,
      [
        { method: 'POST', url: `${V}/composite/sobjects`, referenceId: 'many', body: { allOrNone: false, records } },
        post('bad', 'Account', {}),
      ],
      { allOrNone: true },
    );

    expect(results[0]).toMatchObject({ httpStatusCode: 200, body: [{ success: true }] });
    expect(rig.emulator.count('Account')).toBe(0);
  });

  it('cannot be what only a request of its own can be', async () => {
    await using rig = await createEmulatorRig();
    const note = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>x</p>') });

    const { status, body } = await rig.call('POST', '/composite', {
      compositeRequest: [get('blob', `/sobjects/ContentNote/${note}/Content`)],
    });

    expect(status).toBe(501);
    expect(body).toMatchObject([{ errorCode: 'NOT_EMULATED' }]);
  });
});

describe('collation', () => {
  const steps = [
    post('a1', 'Account', { Name: 'first' }),
    post('c', 'Contact', { LastName: 'x', AccountId: '@{a1.id}' }),
    post('a2', 'Account', { Name: 'second' }),
    post('a3', 'Account', { Name: 'third', Description: '@{c.id}' }),
  ];
  const order = (rig: EmulatorRig): unknown[] =>
    ['Account', 'Contact']
      .flatMap((object) => rig.emulator.records(object))
      .toSorted((a, b) => (String(a['CreatedDate']) < String(b['CreatedDate']) ? -1 : 1))
      .map(({ Name }) => Name);
  const ticking = (): (() => Date) => {
    let now = Date.parse('2026-05-01T00:00:00Z');
    return () => new Date((now += 1000));
  };

  it('runs in the order of the request unless the org is told to reorder', async () => {
    await using rig = await createEmulatorRig({ clock: ticking() });

    await send(rig, steps);

    expect(order(rig)).toEqual(['first', 'x', 'second', 'third']);
  });

  it('moves unrelated creates of one object together, and answers in the order of the request', async () => {
    await using rig = await createEmulatorRig({ clock: ticking() });
    rig.emulator.setSwitches({ collation: 'reordered' });

    const results = await send(rig, steps);

    expect(order(rig)).toEqual(['first', 'second', 'x', 'third']);
    expect(results.map((result) => [result.referenceId, result.httpStatusCode])).toEqual([
      ['a1', 201],
      ['c', 201],
      ['a2', 201],
      ['a3', 201],
    ]);
  });

  it('leaves the order alone when it is switched off, and before v49', async () => {
    await using rig = await createEmulatorRig({ clock: ticking() });
    rig.emulator.setSwitches({ collation: 'reordered' });

    await send(rig, steps, { collateSubrequests: false });

    expect(order(rig)).toEqual(['first', 'x', 'second', 'third']);
  });
});

describe('the request as a whole', () => {
  it('refuses illegal reference ids from v52 on, as documented', async () => {
    await using rig = await createEmulatorRig();
    const compositeRequest = [post('refNewAccount[1]', 'Account', { Name: 'Cloudy Consulting' })];

    const { status, body } = await rig.call('POST', '/composite', { compositeRequest });
    const before = await rig.call('POST', '/services/data/v51.0/composite', { compositeRequest });

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        message:
          "Provided referenceId ('refNewAccount[1]') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').",
        errorCode: 'JSON_PARSER_ERROR',
      },
    ]);
    expect(before.body).toMatchObject({ compositeResponse: [{ httpStatusCode: 201 }] });
  });

  it.each<[string, readonly object[]]>([
    ['more than 5 queries', Array.from({ length: 6 }, (_, n) => get(`q${n}`, '/query?q=SELECT+Id+FROM+Account'))],
    ['one reference id twice', [post('r', 'Account', { Name: 'x' }), post('r', 'Account', { Name: 'x' })]],
    ['a method in small letters', [{ ...post('r', 'Account', { Name: 'x' }), method: 'post' }]],
    ['a URL without version', [{ method: 'GET', url: '/sobjects/Account', referenceId: 'r' }]],
  ])('refuses %s with 501: the words of that error are not known', async (_, compositeRequest) => {
    await using rig = await createEmulatorRig();

    const { status } = await rig.call('POST', '/composite', { compositeRequest });

    expect(status).toBe(501);
    expect(rig.emulator.count('Account')).toBe(0);
  });

  it.each(['Accept', 'authorization', 'Content-Type'])('fails as a whole for the inherited header %s', async (name) => {
    await using rig = await createEmulatorRig();
    const compositeRequest = [
      post('first', 'Account', { Name: 'x' }),
      { ...post('second', 'Account', { Name: 'x' }), httpHeaders: { [name]: 'x' } },
    ];

    const { status } = await rig.call('POST', '/composite', { compositeRequest });

    expect(status).toBe(400);
    expect(rig.emulator.count('Account')).toBe(0);
  });

  it('refuses more than 25 subrequests as it was logged, and runs none', async () => {
    await using rig = await createEmulatorRig();
    const compositeRequest = Array.from({ length: 26 }, (_, n) => post(`r${n}`, 'Account', { Name: 'x' }));

    const { status, body } = await rig.call('POST', '/composite', { compositeRequest });

    expect(status).toBe(200);
    expect(JSON.stringify(body)).toBe(
      '{"compositeResponse":[{"body":[{"errorCode":"LIMIT_EXCEEDED","message":"The request can’t contain more than 25 operations."}],"httpHeaders":{},"httpStatusCode":400,"referenceId":null}]}',
    );
    expect(rig.emulator.count('Account')).toBe(0);
  });

  it('says which subrequest is not emulated', async () => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('POST', '/composite', { compositeRequest: [get('limits', '/limits')] });

    expect(status).toBe(501);
    expect(body).toEqual([
      {
        errorCode: 'NOT_EMULATED',
        message:
          'NOT_EMULATED POST /services/data/v66.0/composite: GET /services/data/v66.0/limits in it: not for a composite',
      },
    ]);
  });

  it('takes a URL without its first slash, as it was recorded', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });

    const { body } = await rig.call('POST', '/services/data/v51.0/composite', {
      allOrNone: true,
      compositeRequest: [
        {
          url: 'services/data/v51.0/sobjects/Region__c',
          method: 'POST',
          referenceId: 'insert-anh',
          body: { Code__c: 'A', Rating__c: 'Amazing' },
        },
      ],
    });

    expect(JSON.stringify(body)).toBe(
      '{"compositeResponse":[{"body":[{"message":"Rating: bad value for restricted picklist field: Amazing","errorCode":"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST","fields":["Rating__c"]}],"httpHeaders":{},"httpStatusCode":400,"referenceId":"insert-anh"}]}',
    );
  });
});
