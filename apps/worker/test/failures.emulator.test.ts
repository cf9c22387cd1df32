import type { WriteAccountInput, WriteDealInput } from '@uman/contracts';
import type { WriteFailure } from '@uman/contracts/client';
import { createOrgClient } from '@uman/core';
import type { Emulator } from '@uman/emulator';
import { VaultKeyUnknownError } from '@uman/encryption';
import { describe, expect, it } from 'vitest';
import type { ActivityDependencies } from '../src/index.ts';
import { aDeal } from './a-deal.ts';
import { openEmulatedOrg } from './open-emulated-org.ts';
import { aRig } from './rig.ts';

const COMPOSITE = { method: 'POST', path: /\/composite$/ };

interface Case {
  readonly code: string;
  readonly detail: object;
  readonly dependencies?: (emulator: Emulator) => ActivityDependencies;
  readonly prepare?: (emulator: Emulator) => Promise<void> | void;
  readonly deal?: (connectionId: string) => WriteDealInput;
  readonly account?: Omit<WriteAccountInput, 'key' | 'connectionId'>;
}

const account = { record: { fields: { Name: 'Secret Ltd' } } };
const answered = (status: number, body: unknown) => (emulator: Emulator) =>
  emulator.faults.failNext({ status, body }, { ...COMPOSITE, times: 20 });
const halted = (referenceId: string) => ({
  referenceId,
  httpStatusCode: 400,
  httpHeaders: {},
  body: [{ errorCode: 'PROCESSING_HALTED', message: 'The transaction was rolled back.' }],
});
const many = (count: number) => Array.from({ length: count }, () => ({ contactId: '0031x00000AbCdEAAV' }));

const CASES: readonly Case[] = [
  {
    code: 'PLAN_INVALID',
    detail: { path: 'account.fields.ParentId' },
    account: { record: { fields: { Name: 'Secret Ltd', ParentId: { ref: 'nobody' } } } },
  },
  { code: 'PLAN_TOO_LARGE', detail: {}, deal: (connectionId) => aDeal(connectionId, { roles: many(500) }) },
  {
    code: 'RECORD_AMBIGUOUS',
    detail: { object: 'Account', path: 'account.match', candidates: [{ name: 'Secret Ltd' }, { name: 'Secret Ltd' }] },
    prepare: async (emulator) => {
      for (const Name of ['Secret Ltd', 'Secret Ltd']) await clientOf(emulator).accounts.create({ Name });
    },
    account: { record: { match: { Name: 'Secret Ltd' }, fields: {} } },
  },
  {
    code: 'SALESFORCE_RECORD_DUPLICATE',
    detail: {
      object: 'Region__c',
      field: 'Code__c',
      path: 'required[0].fields.Code__c',
      errorCode: 'DUPLICATE_VALUE',
      duplicateIds: [expect.stringMatching(/^.{18}$/)],
    },
    prepare: async (emulator) => {
      await clientOf(emulator).customObjects.create('Region__c', { Name: 'x', Code__c: 'Secret' });
    },
    account: {
      ...account,
      required: [{ ref: 'region', object: 'Region__c', fields: { Name: 'x', Code__c: 'Secret' } }],
    },
  },
  {
    code: 'SALESFORCE_RECORD_NOT_FOUND',
    detail: { object: 'Account', path: 'account.id', errorCode: 'INVALID_CROSS_REFERENCE_KEY' },
    account: { record: { id: '001B000001LntWlIAJ', fields: { Name: 'Secret Ltd' } } },
  },
  {
    code: 'SALESFORCE_RECORD_INVALID',
    detail: { object: 'Account', field: 'NumberOfEmployees', path: 'account.fields.NumberOfEmployees' },
    account: { record: { fields: { Name: 'Secret Ltd', NumberOfEmployees: 1e12 } } },
  },
  {
    code: 'SALESFORCE_REQUEST_INVALID',
    detail: { object: 'Account', field: 'Nope__c', path: 'account.fields.Nope__c', errorCode: 'INVALID_FIELD' },
    account: { record: { fields: { Name: 'Secret Ltd', Nope__c: 'Secret' } } },
  },
  {
    code: 'SALESFORCE_ACCESS_DENIED',
    detail: { errorCode: 'API_DISABLED_FOR_ORG' },
    prepare: answered(403, [{ errorCode: 'API_DISABLED_FOR_ORG', message: 'The REST API is not enabled.' }]),
    account,
  },
  {
    code: 'SALESFORCE_ROLLED_BACK',
    detail: { errorCode: 'PROCESSING_HALTED' },
    prepare: answered(200, { compositeResponse: [halted('record'), halted('ledger')] }),
    account,
  },
  { code: 'SALESFORCE_RESPONSE_UNEXPECTED', detail: {}, prepare: answered(200, { Secret: 'Secret' }), account },
  {
    code: 'SALESFORCE_UNCLASSIFIED',
    detail: { errorCode: 'BRAND_NEW' },
    prepare: answered(400, [{ errorCode: 'BRAND_NEW', message: 'Secret Ltd is not welcome' }]),
    account,
  },
  {
    code: 'CONNECTION_UNAVAILABLE',
    detail: { errorCode: 'VAULT_KEY_UNKNOWN' },
    dependencies: () => ({
      openOrg: async () => {
        throw new VaultKeyUnknownError({ keyId: '2025', knownKeyIds: [] });
      },
    }),
    account,
  },
  {
    code: 'WORKER_FAILED',
    detail: { errorCode: 'TypeError' },
    dependencies: (emulator) => {
      const dependencies = openEmulatedOrg(emulator, { longestRequestSeconds: 1 });
      return {
        ...dependencies,
        openOrg: async (connectionId) => {
          const org = await dependencies.openOrg(connectionId);
          const send = async (): Promise<never> => {
            throw new TypeError('Secret Ltd is not a function');
          };
          return { ...org, client: { ...org.client, writes: { ...org.client.writes, send } } };
        },
      };
    },
    account,
  },
];

describe.each(CASES)('$code', ({ code, detail, dependencies, prepare, deal, account }) => {
  it('says where and what to do, repeats no values, and leaves nothing behind', async () => {
    const { emulator, uman, temporal, connectionId } = await aRig({ ...(dependencies && { dependencies }) });
    await prepare?.(emulator);
    const before = emulator.count('Account');

    const write =
      deal === undefined
        ? uman.writeAccount({ key: 'call-1/deal', connectionId, ...(account ?? { record: { fields: {} } }) })
        : uman.writeDeal(deal(connectionId));
    const failure: WriteFailure = await write.then(
      () => expect.unreachable('It did not fail.'),
      (error: unknown) => error as WriteFailure,
    );

    expect(failure).toMatchObject({ name: 'WriteFailure', failedAt: 'workflow', code, detail: { code, ...detail } });
    expect(failure.detail.remedy).toMatch(/\w{3}.*\.$/);
    expect(failure.message).toContain(failure.detail.remedy?.split('. ')[0]);
    expect(failure.message).not.toContain('Secret');
    expect(emulator.count('Account')).toBe(before);
    expect(emulator.count('Opportunity')).toBe(0);
    expect(emulator.count('uman__Write__c')).toBe(0);

    const { events } = await temporal.workflow.getHandle(`write/${connectionId}/call-1/deal`).fetchHistory();
    const failures = (events ?? []).flatMap((event) => [
      event.activityTaskFailedEventAttributes?.failure,
      event.workflowExecutionFailedEventAttributes?.failure,
    ]);
    const texts = failures.flatMap((one) => (one ? [one.message, one.stackTrace, one.cause?.message] : [])).join('\n');
    expect(texts).not.toContain('Secret');
    expect(failures.every((one) => !one?.cause)).toBe(true);
  });
});

function clientOf(emulator: Emulator) {
  const { instanceUrl, accessToken } = emulator.issueSession();
  return createOrgClient({ instanceUrl, accessToken: async () => accessToken });
}
