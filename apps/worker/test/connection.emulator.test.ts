import { randomUUID } from 'node:crypto';
import type { Connections } from '@uman/connections';
import { describe, expect, it } from 'vitest';
import { createDependencies } from '../src/index.ts';
import { aConnectedOrg } from './a-connected-org.ts';
import { aDeal, ONE_DEAL } from './a-deal.ts';
import { countsOf } from './counts-of.ts';
import { aRig, type Rig } from './rig.ts';

/** A rig whose worker gets its tokens as in production: from the connections in Postgres. */
async function aConnectedRig(): Promise<Rig & { connections: Connections }> {
  const org = await aConnectedOrg();
  const { emulator, connections, connectionId } = org;
  const rig = await aRig({ emulator, dependencies: () => createDependencies({ connections }) });
  return { ...rig, connections, connectionId };
}

describe('a write through a connection', () => {
  it('acts as the user who connected', async () => {
    const { emulator, uman, connectionId } = await aConnectedRig();

    await uman.writeDeal(aDeal(connectionId));

    expect(countsOf(emulator)).toEqual(ONE_DEAL);
    expect(emulator.records('Opportunity')).toMatchObject([{ CreatedById: emulator.admin.userId }]);
  });

  it('refreshes an access token that has expired, and goes on', async () => {
    const { emulator, uman, connections, connectionId } = await aConnectedRig();
    await uman.writeAccount({ key: 'first', connectionId, record: { fields: { Name: 'Acme' } } });
    emulator.expireSession((await connections.accessToken(connectionId)).accessToken);
    emulator.clearRequests();

    const result = await uman.writeAccount({ key: 'second', connectionId, record: { fields: { Name: 'Globex' } } });

    expect(result.outcome).toBe('written');
    expect(emulator.requests().map(({ status }) => status)).toContain(401);
    expect(emulator.requests().filter(({ path }) => path.endsWith('/oauth2/token'))).toHaveLength(1);
    expect(emulator.count('Account')).toBe(2);
  });

  it('fails with what the user has to do when Salesforce takes the refresh token no more', async () => {
    const { emulator, uman, connections, connectionId } = await aConnectedRig();
    emulator.expireSession((await connections.accessToken(connectionId)).accessToken);
    const refused = { error: 'invalid_grant', error_description: 'expired access/refresh token' };
    emulator.faults.failNext({ status: 400, body: refused }, { path: /\/oauth2\/token$/ });

    const write = uman.writeAccount({ key: 'k', connectionId, record: { fields: { Name: 'Acme' } } });

    await expect(write).rejects.toMatchObject({
      code: 'CONNECTION_REAUTHORIZATION_REQUIRED',
      detail: { remedy: expect.stringContaining('connect again') },
    });
    expect(emulator.count('Account')).toBe(0);
  });

  it.each([
    ['a connection that does not exist', randomUUID()],
    ['a connection id that is no UUID', 'no-such-connection'],
  ])('fails for %s', async (_name, connectionId) => {
    const { emulator, uman } = await aConnectedRig();

    const write = uman.writeAccount({ key: 'k', connectionId, record: { fields: { Name: 'Acme' } } });

    await expect(write).rejects.toMatchObject({ code: 'CONNECTION_NOT_FOUND' });
    expect(emulator.count('Account')).toBe(0);
  });

  it('leaves no token in the history', async () => {
    const { uman, temporal, connectionId } = await aConnectedRig();
    await uman.writeDeal(aDeal(connectionId));

    const history = await temporal.workflow.getHandle(`write/${connectionId}/call-1/deal`).fetchHistory();

    const text = textOf(history);
    expect(text).toContain('Acme renewal');
    expect(text).not.toMatch(/00D\w{12,15}!/);
  });
});

/** Everything in a value, payloads decoded. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textOf).join('\n');
}
