import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDependencies } from '../src/index.ts';
import { aConnectedOrg } from './a-connected-org.ts';
import { aDeal, NOTHING, ONE_DEAL } from './a-deal.ts';
import { countsOf } from './counts-of.ts';
import { openEmulatedOrg } from './open-emulated-org.ts';
import { aRig, type Rig } from './rig.ts';
import { untilSending } from './until-sending.ts';

const COMPOSITE = { method: 'POST', path: /\/composite$/ };
const QUERY = { method: 'GET', path: '/query/' };
const REFUSED = {
  status: 400,
  body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Closed deals stay as they are', fields: [] }],
};

/** Gives up on a request after half a second; the org may go on with it for three. */
async function anImpatientRig(): Promise<Rig> {
  return await aRig({
    dependencies: (emulator) => openEmulatedOrg(emulator, { timeoutSeconds: 0.5, longestRequestSeconds: 3 }),
  });
}

describe('a refusal', () => {
  it('is no failure when an earlier start had made the write', async () => {
    const rig = await aRig();
    const { emulator, uman, connectionId } = rig;
    const first = await uman.writeDeal(aDeal(connectionId));
    emulator.faults.failNext(REFUSED, COMPOSITE);

    const again = await startForgotten(rig);

    expect(await again.result()).toMatchObject({ outcome: 'alreadyWritten', record: { id: first.record.id } });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('is told although the ledger cannot be asked, when nothing of this start can be in the org', async () => {
    const { emulator, uman, connectionId } = await aRig();
    const limit = [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }];
    emulator.faults.failNext(REFUSED, COMPOSITE);
    emulator.faults.failNext({ status: 403, body: limit }, QUERY);

    const write = uman.writeDeal(aDeal(connectionId));

    await expect(write).rejects.toMatchObject({ code: 'SALESFORCE_RECORD_INVALID' });
    expect(countsOf(emulator)).toEqual(NOTHING);
  });

  it('is no failure when a request that was given up is carried out after it', async () => {
    const { emulator, uman, connectionId } = await anImpatientRig();
    emulator.faults.delayNext(2_500, COMPOSITE);

    const write = await uman.start.writeDeal(aDeal(connectionId));
    await pause(300);
    emulator.faults.failNext(REFUSED, COMPOSITE);
    const result = await write.result();

    expect(result).toMatchObject({ outcome: 'written', record: { created: true } });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('is one when nothing of the write can come any more', async () => {
    const { emulator, uman, connectionId } = await anImpatientRig();
    // The first request is still under way when it is given up, and is refused itself in the end.
    emulator.faults.delayNext(1_000, COMPOSITE);
    emulator.faults.failNext(REFUSED, { ...COMPOSITE, times: 2 });

    const write = uman.writeDeal(aDeal(connectionId));

    await expect(write).rejects.toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      detail: { remedy: expect.stringMatching(/validation rule/) },
    });
    expect(countsOf(emulator)).toEqual(NOTHING);
  });
});

describe('a request that is carried out late', () => {
  it('loses against the one that was sent after it', async () => {
    const { emulator, uman, connectionId } = await anImpatientRig();
    emulator.faults.delayNext(2_500, COMPOSITE);

    const { record } = await uman.writeDeal(aDeal(connectionId));
    await pause(2_500);

    expect(emulator.records('Opportunity').map(({ Id }) => Id)).toEqual([record.id]);
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('wins when it comes first, and its ids are told', async () => {
    const { emulator, uman, connectionId } = await anImpatientRig();
    emulator.faults.delayNext(700, COMPOSITE);
    emulator.faults.delayNext(400, COMPOSITE);

    const { record, apiCalls } = await uman.writeDeal(aDeal(connectionId));

    expect(emulator.records('Opportunity').map(({ Id }) => Id)).toEqual([record.id]);
    expect(apiCalls).toBe(emulator.apiCalls());
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });
});

it('a gateway that fails after the org has written changes nothing', async () => {
  let failing = true;
  let target = '';
  const gateway = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const answer = await fetch(target + (request.url ?? ''), {
          method: request.method ?? 'GET',
          headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
          ...(request.method === 'POST' && { body: Buffer.concat(chunks) }),
        });
        const body = await answer.text();
        if (failing) response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
        else response.writeHead(answer.status, { 'content-type': 'application/json;charset=UTF-8' }).end(body);
        failing = false;
      })();
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void gateway.close());
  const instanceUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const { emulator, uman, connectionId } = await aRig({
    dependencies: (emulator) => openEmulatedOrg(emulator, { instanceUrl }),
  });
  target = emulator.url;

  const result = await uman.writeDeal(aDeal(connectionId));

  expect(result).toMatchObject({ outcome: 'written', record: { created: true } });
  expect(countsOf(emulator)).toEqual(ONE_DEAL);
});

describe('what may never pass is not tried for a day', () => {
  it('a row of the ledger that the user cannot see', async () => {
    const rig = await aRig();
    const { emulator, uman, connectionId } = rig;
    await uman.writeDeal(aDeal(connectionId));
    emulator.faults.failNext({ status: 200, body: { totalSize: 0, done: true, records: [] } }, { ...QUERY, times: 20 });

    const again = await startForgotten(rig);

    await expect(again.result()).rejects.toMatchObject({
      cause: { type: 'OUTCOME_UNKNOWN', details: [{ path: 'key', remedy: expect.stringMatching(/see all rows/) }] },
    });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('a token that is refused as soon as it was renewed', async () => {
    const { emulator, connections, connectionId } = await aConnectedOrg();
    const { uman } = await aRig({ emulator, dependencies: () => createDependencies({ connections }) });
    const refused = { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] };
    emulator.faults.failNext(refused, { ...COMPOSITE, times: 100 });

    const write = uman.writeDeal(aDeal(connectionId));

    await expect(write).rejects.toMatchObject({
      code: 'SALESFORCE_SESSION_EXPIRED',
      detail: { remedy: expect.stringMatching(/administrator/) },
    });
    expect(emulator.requests().filter(({ path }) => path.endsWith('/oauth2/token')).length).toBeLessThan(6);
    expect(countsOf(emulator)).toEqual(NOTHING);
  });

  it('an error of the org that says nothing', async () => {
    const { emulator, uman, connectionId } = await aRig();
    const unknown = {
      status: 500,
      body: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }],
    };
    emulator.faults.failNext(unknown, { ...COMPOSITE, times: 100 });

    const write = uman.writeDeal(aDeal(connectionId));

    await expect(write).rejects.toMatchObject({
      code: 'SALESFORCE_UNAVAILABLE',
      detail: { errorCode: 'UNKNOWN_EXCEPTION', remedy: expect.stringMatching(/same key/) },
    });
    expect(countsOf(emulator)).toEqual(NOTHING);
  });
});

describe('a cancellation', () => {
  it('waits for the answer that is under way, and tells what was written', async () => {
    const { emulator, uman, temporal, connectionId } = await aRig();
    emulator.faults.delayNext(1_000, COMPOSITE);
    const write = await uman.start.writeDeal(aDeal(connectionId));
    await untilSending(temporal, write.workflowId);

    await temporal.workflow.getHandle(write.workflowId).cancel();

    expect(await write.result()).toMatchObject({ outcome: 'written', record: { created: true }, apiCalls: 1 });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('ends a write that waits, and the same key may start again', async () => {
    const { emulator, uman, temporal, connectionId } = await aRig();
    const limit = {
      status: 403,
      body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
    };
    emulator.faults.failNext(limit, COMPOSITE);
    const write = await uman.start.writeDeal(aDeal(connectionId));
    while (emulator.requests().length === 0) await pause(20);
    await pause(200);

    await temporal.workflow.getHandle(write.workflowId).cancel();

    await expect(write.result()).rejects.toMatchObject({ code: 'WORKFLOW_CANCELLED' });
    expect(countsOf(emulator)).toEqual(NOTHING);
    expect(await uman.writeDeal(aDeal(connectionId))).toMatchObject({ outcome: 'written' });
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });

  it('between the commit and its answer leaves one set of records, whoever starts again', async () => {
    const { emulator, uman, temporal, connectionId } = await anImpatientRig();
    emulator.faults.delayNext(1_500, COMPOSITE);
    const write = await uman.start.writeDeal(aDeal(connectionId));
    await untilSending(temporal, write.workflowId);
    await temporal.workflow.getHandle(write.workflowId).terminate();

    const again = await uman.writeDeal(aDeal(connectionId));
    await pause(2_000);

    expect(emulator.records('Opportunity').map(({ Id }) => Id)).toEqual([again.record.id]);
    expect(countsOf(emulator)).toEqual(ONE_DEAL);
  });
});

/** The same write under a workflow id that Temporal does not know, as after its retention. */
async function startForgotten({ temporal, connectionId, taskQueue }: Rig) {
  return await temporal.workflow.start('writeDeal', {
    workflowId: `forgotten-${randomUUID()}`,
    taskQueue,
    args: [aDeal(connectionId)],
  });
}
