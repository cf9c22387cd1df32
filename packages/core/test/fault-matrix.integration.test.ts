import { createEmulator, type Emulator, type Fault } from '@uman/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOrgClient, type OrgClient, SalesforceError } from '../src/index.ts';
import { aWrite } from './build/a-write.ts';
import { customer, failureOf, uman } from './build/an-org.ts';

let emulator: Emulator;
let org: OrgClient;
let accountId: string;

beforeAll(async () => {
  emulator = await createEmulator({ install: [uman, customer] });
  ({ id: accountId } = await aClient().accounts.create({ Name: 'Acme' }));
});
beforeEach(() => {
  emulator.faults.clear();
  org = aClient();
});
afterAll(async () => emulator.close());

function aClient(timeoutSeconds = 60): OrgClient {
  const { accessToken, instanceUrl } = emulator.issueSession();
  return createOrgClient({ instanceUrl, accessToken: async () => accessToken, timeoutSeconds });
}

let keys = 0;

/** What may be under way when a fault strikes; a write makes one region. */
const REQUESTS = {
  'a read': async (client: OrgClient) => client.accounts.retrieve(accountId),
  'a composite read': async (client: OrgClient) => client.accounts.profile(accountId),
  'a write': async (client: OrgClient) => client.customObjects.create('Region__c', { Name: 'EMEA' }),
  'a composite write': async (client: OrgClient) => {
    const required = [{ ref: 'region', object: 'Region__c', fields: { Name: 'EMEA' } }] as const;
    keys += 1;
    return client.writes.send(client.writes.plan(aWrite({ key: `fault-${keys}`, required })));
  },
} as const;

type Request = keyof typeof REQUESTS;

const ALL = Object.keys(REQUESTS) as Request[];
const READS: readonly Request[] = ['a read', 'a composite read'];
const isRead = (request: Request): boolean => READS.includes(request);

interface Expected {
  readonly code: string;
  readonly retryable: boolean;
  readonly fixedBy: string;
  /** Of a write; of a read nothing is ever unknown. */
  readonly outcome: 'notApplied' | 'unknown';
  /** Salesforce's own, where the answer has one. */
  readonly errorCode?: string;
  readonly limit?: string;
}

const down = { code: 'SALESFORCE_UNAVAILABLE', retryable: true, fixedBy: 'salesforce', outcome: 'unknown' } as const;
const refused = {
  code: 'SALESFORCE_ACCESS_DENIED',
  retryable: false,
  fixedBy: 'admin',
  outcome: 'notApplied',
} as const;
const spent = {
  code: 'SALESFORCE_REQUEST_LIMIT',
  retryable: true,
  fixedBy: 'salesforce',
  outcome: 'notApplied',
} as const;
const expired = {
  code: 'SALESFORCE_SESSION_EXPIRED',
  retryable: true,
  fixedBy: 'caller',
  outcome: 'notApplied',
} as const;

const OF_REQUESTS: readonly [Fault['fault'], Expected, Partial<Extract<Fault, { fault: 'delay' }>>?][] = [
  ['dropBeforeCommit', down],
  ['dropAfterCommit', down],
  ['serverError', { ...down, errorCode: 'UNKNOWN_EXCEPTION' }],
  ['badGateway', down],
  ['unavailable', { ...down, errorCode: 'SERVER_UNAVAILABLE' }],
  ['noRoute', { ...down, outcome: 'notApplied' }],
  ['tooManyRequests', spent],
  ['dailyLimit', { ...spent, errorCode: 'REQUEST_LIMIT_EXCEEDED', limit: 'daily' }],
  ['concurrentLimit', { ...spent, errorCode: 'REQUEST_LIMIT_EXCEEDED', limit: 'concurrent' }],
  ['securityPolicy', { ...refused, errorCode: 'TXN_SECURITY_NO_ACCESS' }],
  ['apiDisabledForUser', { ...refused, errorCode: 'API_CURRENTLY_DISABLED' }],
  ['apiDisabledForOrg', { ...refused, errorCode: 'API_DISABLED_FOR_ORG' }],
  ['expireSession', { ...expired, errorCode: 'INVALID_SESSION_ID' }],
  ['killSessions', { ...expired, errorCode: 'INVALID_SESSION_ID' }],
];

/** The request fails as told, and what the error says of the outcome is what the org says of its records. */
async function expectFailure(request: Request, expected: Expected, client = org): Promise<void> {
  const before = emulator.count('Region__c');

  const error = await failureOf(REQUESTS[request](client));

  expect(error).toBeInstanceOf(SalesforceError);
  expect(error).toMatchObject({ ...expected, outcome: isRead(request) ? 'notApplied' : expected.outcome });
  const { outcome, remedy, message } = error as SalesforceError;
  expect(message.endsWith(remedy)).toBe(true);
  expect(outcome === 'notApplied' ? [before] : [before, before + 1]).toContain(emulator.count('Region__c'));
}

describe.each(OF_REQUESTS)('%s', (fault, expected) => {
  it.each(ALL)('in %s', async (request) => {
    emulator.faults.add({ fault } as Fault);

    await expectFailure(request, expected);
  });
});

it.each(ALL)('no answer in time, in %s', async (request) => {
  emulator.faults.add({ fault: 'delay', milliseconds: 1000 });

  await expectFailure(request, down, aClient(0.05));
});

it.each(ALL)('a daily limit that is really spent, in %s', async (request) => {
  const set = async (used: number): Promise<Response> =>
    fetch(`${emulator.url}/__emulator/limits/daily`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ limit: 100_000, used }),
    });
  await set(100_000);

  await expectFailure(request, { ...spent, errorCode: 'REQUEST_LIMIT_EXCEEDED', limit: 'daily' });
  await set(0);
});

describe('a fault of writes', () => {
  const locked = { ...down, code: 'SALESFORCE_RECORD_LOCKED', outcome: 'notApplied' } as const;

  it.each([
    ['lockRow', 'a write', { ...locked, errorCode: 'UNABLE_TO_LOCK_ROW' }],
    ['lockRow', 'a composite write', { ...locked, errorCode: 'UNABLE_TO_LOCK_ROW' }],
    ['readOnly', 'a write', { ...down, outcome: 'notApplied' }],
    ['readOnly', 'a composite write', { ...down, outcome: 'notApplied' }],
  ] as const)('%s, in %s', async (fault, request, expected) => {
    emulator.faults.add({ fault, object: 'Region__c' });

    await expectFailure(request, expected);
  });

  it.each(READS)('lets %s pass', async (request) => {
    emulator.faults.add({ fault: 'lockRow', object: 'Account' });
    emulator.faults.add({ fault: 'readOnly', object: 'Account' });

    await expect(REQUESTS[request](org)).resolves.toBeDefined();
  });
});

it('an org that is not there, in any request, sends nothing', async () => {
  const gone = await createEmulator();
  const nowhere = createOrgClient({ instanceUrl: gone.url, accessToken: async () => 'x' });
  await gone.close();

  for (const request of ALL) await expectFailure(request, { ...down, outcome: 'notApplied' }, nowhere);
  expect(nowhere.apiCalls).toBe(0);
});
