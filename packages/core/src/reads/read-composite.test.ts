import { createEmulator, type Emulator } from '@uman/emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { buildQuery } from '../soql/build-query.ts';
import { recordIdSchema, recordSchema } from '../transport/answer-schemas.ts';
import { createOrgTransport, type OrgTransport } from '../transport/org-transport.ts';
import { readComposite } from './read-composite.ts';
import { conditionalPart, getPart, ifVisible, queryPart } from './read-part.ts';

async function anOrg(): Promise<{ emulator: Emulator; transport: OrgTransport }> {
  const emulator = await createEmulator();
  onTestFinished(async () => emulator.close());
  const { instanceUrl, accessToken } = emulator.issueSession();
  return { emulator, transport: createOrgTransport({ instanceUrl, accessToken: async () => accessToken }) };
}

const account = z.object({ Id: recordIdSchema, Name: z.string() });
const accounts = queryPart({
  soql: buildQuery({ select: ['Id', 'Name'], from: 'Account', orderBy: 'Name' }),
  row: account,
  object: 'Account',
});
const nothingThere = queryPart({
  soql: buildQuery({ select: ['Id'], from: 'Nope__c' }),
  row: recordSchema,
  object: 'Nope__c',
});

describe('readComposite', () => {
  it('reads records, queries and describes as one API call, a later part by what an earlier one answered', async () => {
    const { emulator, transport } = await anOrg();
    emulator.seed({ records: [{ object: 'Account', fields: { Name: 'Acme' } }] });

    const { values, apiCalls, notVisible } = await readComposite(transport, {
      accounts,
      owner: getPart({
        path: '/sobjects/Account/@{accounts.records[0].Id}?fields=OwnerId',
        answer: z.object({ OwnerId: recordIdSchema }),
        attempt: { verb: 'retrieve', object: 'Account' },
      }),
      describe: getPart({
        path: '/sobjects/Account/describe',
        answer: z.object({ keyPrefix: z.string() }),
        attempt: { verb: 'describe', object: 'Account' },
      }),
    });

    expect(values.accounts.records).toEqual([{ Id: expect.stringMatching(/^001.{15}$/), Name: 'Acme' }]);
    expect(values.accounts).toMatchObject({ totalSize: 1, complete: true });
    expect(values.owner.OwnerId).toMatch(/^005/);
    expect(values.describe.keyPrefix).toBe('001');
    expect(notVisible).toEqual({});
    expect(apiCalls).toBe(1);
    expect(emulator.apiCalls()).toBe(1);
  });

  it('reads further pages when they are asked for, each at its own cost', async () => {
    const { emulator, transport } = await anOrg();
    emulator.seed({
      records: Array.from({ length: 4005 }, (_, index) => ({ object: 'Account', fields: { Name: `Acme ${index}` } })),
    });

    const { values, apiCalls } = await readComposite(transport, { accounts });
    const costs: number[] = [];
    const ids = new Set(values.accounts.records.map(({ Id }) => Id));
    for await (const page of values.accounts.more()) {
      costs.push(page.apiCalls);
      for (const { Id } of page.records) ids.add(Id);
    }

    expect(apiCalls).toBe(1);
    expect(values.accounts.records).toHaveLength(2000);
    expect(values.accounts).toMatchObject({ totalSize: 4005, complete: false });
    expect(ids.size).toBe(4005);
    expect(costs).toEqual([1, 1]);
    expect(emulator.apiCalls()).toBe(3);
  });

  it('says of an optional part that it is not visible, and gives the others', async () => {
    const { transport } = await anOrg();

    const { values, notVisible } = await readComposite(transport, {
      missing: ifVisible(nothingThere),
      hidden: ifVisible(
        queryPart({
          soql: buildQuery({ select: ['Id', 'Nope__c'], from: 'Account' }),
          row: recordSchema,
          object: 'Account',
        }),
      ),
      accounts,
    });

    expect(values).toMatchObject({ accounts: { records: [] } });
    expect(values.missing).toBeUndefined();
    expect(notVisible).toEqual({
      missing: { object: 'Nope__c', field: undefined, errorCode: 'INVALID_TYPE' },
      hidden: { object: 'Account', field: 'Nope__c', errorCode: 'INVALID_FIELD' },
    });
  });

  it('fails for a refused part that is not optional, and for a refusal that is not about access', async () => {
    const { emulator, transport } = await anOrg();
    const timeout = { status: 400, body: [{ errorCode: 'QUERY_TIMEOUT', message: 'It was running too long.' }] };

    await expect(readComposite(transport, { nothingThere, accounts })).rejects.toMatchObject({
      code: 'SALESFORCE_REQUEST_INVALID',
      object: 'Nope__c',
      outcome: 'notApplied',
    });
    emulator.faults.add({ fault: 'answer', operation: 'Query', answer: timeout });
    await expect(readComposite(transport, { accounts: ifVisible(accounts) })).rejects.toMatchObject({
      errorCode: 'QUERY_TIMEOUT',
      object: 'Account',
    });
  });

  it('names the place where an answer is not as documented', async () => {
    const { emulator, transport } = await anOrg();
    emulator.seed({ records: [{ object: 'Account', fields: { Name: 'Acme' } }] });
    const drifted = queryPart({
      soql: buildQuery({ select: ['Id', 'Name'], from: 'Account' }),
      row: z.object({ Name: z.number() }),
      object: 'Account',
    });

    await expect(readComposite(transport, { drifted })).rejects.toMatchObject({
      code: 'SALESFORCE_RESPONSE_UNEXPECTED',
      issues: [{ path: 'drifted.records.0.Name' }],
    });
  });

  it('says that what was read before has not changed', async () => {
    const { transport } = await anOrg();
    const part = (lastModified?: string) =>
      conditionalPart({
        path: '/sobjects/Account/describe',
        answer: z.object({ name: z.string() }),
        attempt: { verb: 'describe', object: 'Account' },
        validators: { lastModified },
      });

    const { describe: first } = (await readComposite(transport, { describe: part() })).values;
    const { describe: second } = (
      await readComposite(transport, {
        describe: part(first.modified ? first.validators.lastModified : undefined),
      })
    ).values;

    expect(first).toMatchObject({ modified: true, value: { name: 'Account' } });
    expect(second).toEqual({ modified: false });
  });

  it('sends nothing that one composite cannot hold', async () => {
    const { emulator, transport } = await anOrg();
    const six = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`part${number}`, accounts]));

    await expect(readComposite(transport, six)).rejects.toThrow(RangeError);
    expect(emulator.apiCalls()).toBe(0);
  });
});
