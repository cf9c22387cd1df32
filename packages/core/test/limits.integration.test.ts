import { describe, expect, it } from 'vitest';
import { anOrg, failureOf } from './build/an-org.ts';

describe('the use of the API', () => {
  it('is what the last answer said, whoever asked, and when', async () => {
    const { emulator, org } = await anOrg();
    expect(org.limits.apiUsage).toBeUndefined();

    await org.accounts.create({ Name: 'Acme' });
    const before = org.limits.apiUsage;
    await org.writes.send(
      org.writes.plan({
        key: 'k',
        connectionId: 'c',
        operation: 'writeAccount',
        object: 'Account',
        contentHash: 'a'.repeat(64),
        record: { fields: { Name: 'Acme again' } },
      }),
    );

    expect(before?.org).toEqual({ used: 1, limit: 100_000 });
    expect(org.limits.apiUsage).toMatchObject({ org: { used: emulator.apiCalls() }, app: undefined });
    expect(Date.parse(org.limits.apiUsage?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(before?.at ?? ''));
  });

  it('names the share of the app, also in a refusal', async () => {
    const { emulator, org } = await anOrg();
    emulator.faults.add({
      fault: 'answer',
      answer: {
        status: 400,
        body: [
          { errorCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] },
        ],
        headers: { 'Sforce-Limit-Info': 'api-usage=18/5000; per-app-api-usage=17/250(appName=uman)' },
      },
    });

    await failureOf(org.accounts.create({ Name: 'Acme' }));

    expect(org.limits.apiUsage).toMatchObject({
      org: { used: 18, limit: 5000 },
      app: { used: 17, limit: 250, name: 'uman' },
    });
  });

  it('keeps what was said when an answer says nothing', async () => {
    const { emulator, org } = await anOrg();
    await org.accounts.create({ Name: 'Acme' });
    emulator.faults.add({ fault: 'unavailable' });

    await failureOf(org.accounts.create({ Name: 'Acme' }));

    expect(org.limits.apiUsage?.org.used).toBe(1);
  });
});

describe('limits.read', () => {
  it('reads every limit of the org as one API call', async () => {
    const { emulator, org } = await anOrg();

    const { limits, apiCalls } = await org.limits.read();

    expect(apiCalls).toBe(1);
    expect(emulator.apiCalls()).toBe(1);
    expect(Object.keys(limits)).toHaveLength(71);
    expect(limits.DailyApiRequests).toEqual({ max: 100_000, remaining: 99_999, shares: {} });
    expect(limits.PermissionSets?.shares['CreateCustom']?.max).toBeGreaterThan(0);
    expect(org.limits.apiUsage?.org.used).toBe(1);
  });

  it('reads the shares of apps in the requests of the day', async () => {
    const { emulator, org } = await anOrg();
    const body = { DailyApiRequests: { Max: 5000, Remaining: 4937, 'uman app': { Max: 250, Remaining: 233 } } };
    emulator.faults.add({ fault: 'answer', answer: { status: 200, body }, path: '/limits' });

    const { limits } = await org.limits.read();

    expect(limits.DailyApiRequests?.shares).toEqual({ 'uman app': { max: 250, remaining: 233, shares: {} } });
  });

  it('says which permission is missing', async () => {
    const { emulator, org } = await anOrg();
    const body = [{ errorCode: 'API_DISABLED_FOR_ORG', message: 'Limits resource is not enabled' }];
    emulator.faults.add({ fault: 'answer', answer: { status: 403, body }, path: '/limits' });

    expect(await failureOf(org.limits.read())).toMatchObject({
      code: 'SALESFORCE_ACCESS_DENIED',
      remedy: expect.stringContaining('View Setup and Configuration'),
    });
  });

  it('names the path where an answer is not in the documented form', async () => {
    const { emulator, org } = await anOrg();
    const changes = [{ change: 'null', key: 'Remaining' }] as const;
    emulator.faults.add({ fault: 'drift', changes: [...changes], path: '/limits' });

    const error = await failureOf(org.limits.read());

    expect(error).toMatchObject({ code: 'SALESFORCE_RESPONSE_UNEXPECTED', outcome: 'notApplied' });
    expect((error as { issues: { path: string }[] }).issues[0]?.path).toMatch(/^\w+\.Remaining$/);
  });
});
