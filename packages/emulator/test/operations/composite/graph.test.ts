import { describe, expect, it } from 'vitest';
import { base64, createEmulatorRig, type EmulatorRig } from '../../emulator-rig.ts';

const V = '/services/data/v66.0/sobjects';
const HALTED = {
  errorCode: 'PROCESSING_HALTED',
  message: 'The transaction was rolled back since another operation in the same transaction failed.',
};

interface GraphAnswer {
  readonly graphId: string;
  readonly graphResponse: {
    readonly compositeResponse: readonly { body: unknown; httpStatusCode: number; referenceId: string }[];
  };
  readonly isSuccessful: boolean;
}

function node(referenceId: string, object: string, body: object): object {
  return { method: 'POST', url: `${V}/${object}/`, referenceId, body };
}

async function send(
  rig: EmulatorRig,
  graphs: readonly (readonly [string, readonly object[]])[],
): Promise<GraphAnswer[]> {
  const { status, body } = await rig.call('POST', '/composite/graph', {
    graphs: graphs.map(([graphId, compositeRequest]) => ({ graphId, compositeRequest })),
  });
  expect(status).toBe(200);
  return (body as { graphs: GraphAnswer[] }).graphs;
}

function statuses(answer: GraphAnswer | undefined): number[] {
  return answer?.graphResponse.compositeResponse.map(({ httpStatusCode }) => httpStatusCode) ?? [];
}

it('writes each graph as a whole, whatever becomes of the others, for one API call', async () => {
  await using rig = await createEmulatorRig();

  const answers = await send(rig, [
    [
      '1',
      [
        node('account', 'Account', { name: 'Acme' }),
        node('contact', 'Contact', { LastName: 'Lee', AccountId: '@{account.id}' }),
      ],
    ],
    [
      '2',
      [
        node('account', 'Account', { Name: 'Lost' }),
        node('contact', 'Contact', { AccountId: '@{account.id}' }),
        node('last', 'Account', { Name: 'Never' }),
      ],
    ],
    ['3', [node('account', 'Account', { Name: 'Bolt' })]],
  ]);

  expect(answers.map(({ graphId, isSuccessful }) => [graphId, isSuccessful])).toEqual([
    ['1', true],
    ['2', false],
    ['3', true],
  ]);
  expect(answers.map(statuses)).toEqual([[201, 201], [400, 400, 400], [201]]);
  expect(answers[1]?.graphResponse.compositeResponse.map(({ body }) => body)).toMatchObject([
    [HALTED],
    [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }],
    [HALTED],
  ]);
  expect(rig.emulator.records('Account').map(({ Name }) => Name)).toEqual(['Acme', 'Bolt']);
  expect(rig.emulator.records('Contact')).toHaveLength(1);
  expect(rig.emulator.apiCalls()).toBe(1);
});

it('reads, updates and deletes by id and by external id', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Contact', { LastName: 'Lee', Email: 'lee@uman.test' });

  const [answer] = await send(rig, [
    [
      'g',
      [
        { method: 'GET', url: `${V}/Contact/${id}?fields=LastName`, referenceId: 'read' },
        {
          method: 'PATCH',
          url: `${V}/Contact/@{read.Id}`,
          referenceId: 'write',
          body: { FirstName: '@{read.LastName}' },
        },
        {
          method: 'PATCH',
          url: `${V}/Contact/Email/lin%40uman.test`,
          referenceId: 'upsert',
          body: { LastName: 'Lin' },
        },
        { method: 'DELETE', url: `${V}/Contact/@{upsert.id}`, referenceId: 'remove' },
      ],
    ],
  ]);

  expect(statuses(answer)).toEqual([200, 204, 201, 204]);
  expect(rig.emulator.records('Contact')).toMatchObject([{ FirstName: 'Lee' }]);
});

it('stops when more than 14 graphs have failed', async () => {
  await using rig = await createEmulatorRig();
  const failing = Array.from({ length: 15 }, (_, n) => [`f${n}`, [node('a', 'Account', {})]] as const);

  const answers = await send(rig, [
    ...failing.slice(1),
    ['good', [node('a', 'Account', { Name: 'A' })]],
    ...failing.slice(0, 1),
    ['late', [node('a', 'Account', { Name: 'B' })]],
  ]);

  expect(answers[14]).toMatchObject({ graphId: 'good', isSuccessful: true });
  expect(answers[15]?.graphResponse.compositeResponse[0]?.body).toMatchObject([
    { errorCode: 'REQUIRED_FIELD_MISSING' },
  ]);
  expect(answers[16]).toMatchObject({
    graphId: 'late',
    graphResponse: { compositeResponse: [{ body: [HALTED], httpStatusCode: 400 }] },
    isSuccessful: false,
  });
  expect(rig.emulator.count('Account')).toBe(1);
});

it('takes notes and files, unless the org is told to refuse them', async () => {
  await using rig = await createEmulatorRig();
  const noteOf = (graphId: string) =>
    [
      graphId,
      [
        node('account', 'Account', { Name: 'A' }),
        node('note', 'ContentNote', { Title: 'x', Content: base64('<p>x</p>') }),
      ],
    ] as const;

  const [accepted] = await send(rig, [noteOf('a')]);
  rig.emulator.setSwitches({ contentInGraph: 'refused' });
  const [refused, other] = await send(rig, [noteOf('a'), ['b', [node('account', 'Account', { Name: 'B' })]]]);

  expect([accepted?.isSuccessful, refused?.isSuccessful, other?.isSuccessful]).toEqual([true, false, true]);
  expect(rig.emulator.count('ContentNote')).toBe(1);
  expect(rig.emulator.count('Account')).toBe(2);
});

describe('the limits', () => {
  const chain = (length: number): object[] =>
    Array.from({ length }, (_, n) =>
      node(`a${n}`, 'Account', { Name: 'A', ...(n > 0 && { ParentId: `@{a${n - 1}.id}` }) }),
    );
  const kinds = (count: number): object[] =>
    Array.from({ length: count }, (_, n) => ({
      ...node(`k${n}`, 'Account', { Name: 'A' }),
      url: `/services/data/v${50 + n}.0/sobjects/Account`,
    }));

  it.each<[string, (readonly [string, readonly object[]])[]]>([
    ['75 graphs', Array.from({ length: 75 }, (_, n) => [`g${n}`, [node('a', 'Account', { Name: 'A' })]])],
    ['500 nodes', [['g', Array.from({ length: 500 }, (_, n) => node(`a${n}`, 'Account', { Name: 'A' }))]]],
    ['chains of 15', [['g', chain(15)]]],
    ['15 kinds of node', [['g', kinds(15)]]],
  ])('allow %s', async (_, graphs) => {
    await using rig = await createEmulatorRig();

    expect((await send(rig, graphs)).every(({ isSuccessful }) => isSuccessful)).toBe(true);
  });

  it.each<[string, (readonly [string, readonly object[]])[]]>([
    ['76 graphs', Array.from({ length: 76 }, (_, n) => [`g${n}`, [node('a', 'Account', { Name: 'A' })]])],
    ['501 nodes', [['g', Array.from({ length: 501 }, (_, n) => node(`a${n}`, 'Account', { Name: 'A' }))]]],
    ['chains of 16', [['g', chain(16)]]],
    ['16 kinds of node', [['g', kinds(16)]]],
    [
      'a describe',
      [['g', [{ method: 'GET', url: '/services/data/v66.0/sobjects/Account/describe', referenceId: 'd' }]]],
    ],
    ['a query', [['g', [{ method: 'GET', url: '/services/data/v66.0/query?q=x', referenceId: 'q' }]]]],
    [
      'one graphId twice',
      [
        ['g', chain(1)],
        ['g', chain(1)],
      ],
    ],
    ['a reference to a later node', [['g', chain(2).toReversed()]]],
  ])('refuse %s, and nothing is written', async (_, graphs) => {
    await using rig = await createEmulatorRig();

    const { status } = await rig.call('POST', '/composite/graph', {
      graphs: graphs.map(([graphId, compositeRequest]) => ({ graphId, compositeRequest })),
    });

    expect(status).toBe(501);
    expect(rig.emulator.count('Account')).toBe(0);
  });
});

it('is not there before v50', async () => {
  await using rig = await createEmulatorRig();

  expect((await rig.call('POST', '/services/data/v49.0/composite/graph', { graphs: [] })).status).toBe(404);
});
