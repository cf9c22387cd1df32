import { describe, expect, it } from 'vitest';
import { explainPlan, type RecordWrite } from '../src/index.ts';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';
import { aWrite } from './build/a-write.ts';

const fields = { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' } as const;

interface DealOrg extends TestOrg {
  readonly dealId: string;
  readonly contacts: readonly [string, string];
}

async function aDeal(): Promise<DealOrg> {
  const test = await anOrg();
  const { id: dealId } = await test.org.deals.create(fields);
  const [one, other] = [
    await test.org.contacts.create({ LastName: 'Zoë' }),
    await test.org.contacts.create({ LastName: 'Ada' }),
  ];
  test.emulator.clearRequests();
  return { ...test, dealId, contacts: [one.id, other.id] };
}

const send = async ({ org }: TestOrg, overrides: Partial<RecordWrite>) =>
  org.writes.send(org.writes.plan(aWrite(overrides)));

describe('tasks of a write', () => {
  it('are written with the record in one API call, and the ledger knows them', async () => {
    const test = await aDeal();

    const result = await send(test, {
      record: { id: test.dealId, fields: { StageName: 'Qualification' } },
      tasks: [
        { subject: 'Prospecting → Qualification', description: 'They called.', date: '2026-11-23' },
        { subject: 'Call back', status: 'Not Started', contactId: test.contacts[0], fields: { Priority: 'High' } },
      ],
    });

    expect(test.emulator.apiCalls()).toBe(1);
    expect(result.taskIds).toHaveLength(2);
    expect(test.emulator.records('Task')).toMatchObject([
      {
        Id: result.taskIds?.[0],
        Subject: 'Prospecting → Qualification',
        Status: 'Completed',
        IsClosed: true,
        WhatId: test.dealId,
        ActivityDate: '2026-11-23',
      },
      { Subject: 'Call back', Status: 'Not Started', WhoId: test.contacts[0], Priority: 'High' },
    ]);
    expect((await test.org.ledger.find('connection-1/call-8213/deal'))?.result).toMatchObject({
      taskIds: result.taskIds,
    });
  });

  it('of a person are with them', async () => {
    const test = await aDeal();

    await send(test, {
      object: 'Contact',
      record: { id: test.contacts[0], fields: {} },
      tasks: [{ subject: 'Called' }],
    });

    expect(test.emulator.records('Task')).toMatchObject([{ WhoId: test.contacts[0], WhatId: null }]);
  });

  it('are checked with all else before anything is sent', async () => {
    const test = await aDeal();

    const error = await failureOf(
      send(test, {
        record: { id: test.dealId, fields: {}, basedOn: { modifiedAt: 'yesterday' } },
        tasks: [
          { subject: ' ', date: '2026-02-30', contactId: test.dealId },
          { subject: 'x'.repeat(256), fields: { description: 'x', subject: 'y' } },
        ],
      }),
    );

    expect(error).toMatchObject({
      code: 'PLAN_INVALID',
      problems: [
        { path: 'deal.basedOn.modifiedAt' },
        { path: 'tasks[0].subject' },
        { path: 'tasks[0].date' },
        { path: 'tasks[0].contactId' },
        { path: 'tasks[1].subject' },
        { path: 'tasks[1].fields.subject' },
      ],
    });
    expect(test.emulator.apiCalls()).toBe(0);
  });

  it('point to the part of the write that the org refuses', async () => {
    const test = await aDeal();

    const error = await failureOf(
      send(test, {
        record: { id: test.dealId, fields: {} },
        tasks: [{ subject: 'x', fields: { Nope__c: 1 } }],
      }),
    );

    expect(error).toMatchObject({ path: 'tasks[0].fields.Nope__c', outcome: 'notApplied' });
  });
});

describe('roles of a write', () => {
  it('are added, changed and removed in one API call', async () => {
    const test = await aDeal();
    const [one, other] = test.contacts;
    const record = { id: test.dealId, fields: {} };
    const first = await send(test, {
      record,
      roles: [{ contactId: one, role: 'Evaluator', isPrimary: true }, { contactId: other }],
    });
    const [kept = '', removed = ''] = first.roleIds;

    const plan = test.org.writes.plan(
      aWrite({
        key: 'second',
        record,
        roles: [
          { id: kept, role: 'Decision Maker' },
          { id: removed, remove: true },
          { contactId: other, role: 'Other', isPrimary: true },
        ],
      }),
    );
    const second = await test.org.writes.send(plan);

    expect(explainPlan(plan).steps.map(({ does }) => does)).toEqual([
      `Update Opportunity ${test.dealId}`,
      `Update OpportunityContactRole ${kept} with Role`,
      `Remove OpportunityContactRole ${removed}`,
      'Create OpportunityContactRole with OpportunityId, ContactId, Role, IsPrimary',
      expect.stringContaining('Note in the ledger'),
    ]);
    expect(second.roleIds.slice(0, 2)).toEqual([kept, removed]);
    expect((await test.org.ledger.find(plan.ledgerKey))?.result.roleIds).toEqual(second.roleIds);
    expect(test.emulator.records('OpportunityContactRole').filter(({ IsDeleted }) => IsDeleted !== true)).toMatchObject(
      [
        { Id: kept, Role: 'Decision Maker', IsPrimary: false },
        { Id: second.roleIds[2], Role: 'Other', IsPrimary: true },
      ],
    );
  });

  it('have one primary, and are named once', async () => {
    const test = await aDeal();
    const [one, other] = test.contacts;
    const id = '00KB000001LntWl';

    const error = await failureOf(
      send(test, {
        record: { id: test.dealId, fields: {} },
        roles: [
          { contactId: one, isPrimary: true },
          { contactId: other, isPrimary: true },
          { id, role: 'Other' },
          { id, remove: true },
          { id: one, remove: true },
        ],
      }),
    );

    expect(error).toMatchObject({
      problems: [{ path: 'roles[1].isPrimary' }, { path: 'roles[3].id' }, { path: 'roles[4].id' }],
    });
  });
});

describe('a write that is based on a record as it was read', () => {
  it('is undone as a whole where the record has been changed since', async () => {
    const test = await aDeal();
    const { LastModifiedDate } = await test.org.deals.retrieve(test.dealId);
    const basedOn = { modifiedAt: String(LastModifiedDate), was: { StageName: 'Prospecting' } };
    test.emulator.time.set(new Date(Date.now() + 60_000));
    await test.org.deals.update(test.dealId, { StageName: 'Needs Analysis' });

    const error = await failureOf(
      send(test, {
        record: { id: test.dealId, fields: { StageName: 'Qualification' }, basedOn },
        tasks: [{ subject: 'x' }],
      }),
    );

    expect(error).toMatchObject({ httpStatus: 412, outcome: 'notApplied', path: 'deal' });
    expect(test.emulator.records('Task')).toEqual([]);
    expect(test.emulator.records('Opportunity')).toMatchObject([{ StageName: 'Needs Analysis' }]);
  });
});
