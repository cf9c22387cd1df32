import { describe, expect, it } from 'vitest';
import { aDeal, createEmulatorRig } from '../emulator-rig.ts';
import { rows } from './rows.ts';

const clock = (): Date => new Date('2026-11-23T12:00:00Z');

describe('a task', () => {
  it('belongs to the account of what it is about, or else of its contact', async () => {
    await using rig = await createEmulatorRig({ clock });
    const [first, second] = [await rig.create('Account', { Name: 'A' }), await rig.create('Account', { Name: 'B' })];
    const deal = await rig.create('Opportunity', aDeal({ AccountId: first }));
    const contact = await rig.create('Contact', { LastName: 'C', AccountId: second });

    await rig.create('Task', { Subject: 'deal', WhatId: deal, WhoId: contact });
    await rig.create('Task', { Subject: 'person', WhoId: contact });
    await rig.create('Task', { Subject: 'nobody' });

    expect(await rows(rig, 'SELECT AccountId FROM Task ORDER BY Id')).toEqual([
      { AccountId: first },
      { AccountId: second },
      { AccountId: null },
    ]);
  });

  it('is open until it is completed', async () => {
    await using rig = await createEmulatorRig({ clock });
    const id = await rig.create('Task', { Subject: 'Call', Priority: 'High', Type: 'Call' });
    const soql = 'SELECT Status, IsClosed, IsHighPriority, CompletedDateTime, TaskSubtype, Type FROM Task';
    const [before] = await rows(rig, soql);

    await rig.call('PATCH', `/sobjects/Task/${id}`, { Status: 'Completed' });

    const open = {
      Status: 'Not Started',
      IsClosed: false,
      IsHighPriority: true,
      CompletedDateTime: null,
      TaskSubtype: 'Task',
      Type: 'Call',
    };
    expect(before).toEqual(open);
    expect(await rows(rig, soql)).toEqual([
      { ...open, Status: 'Completed', IsClosed: true, CompletedDateTime: '2026-11-23T12:00:00.000+0000' },
    ]);
  });

  it('is noticed by the records it belongs to', async () => {
    await using rig = await createEmulatorRig({ clock });
    const account = await rig.create('Account', { Name: 'A' });
    const deal = await rig.create('Opportunity', aDeal({ AccountId: account }));
    const task = await rig.create('Task', { WhatId: deal, ActivityDate: '2026-11-20' });
    const opportunity = 'SELECT LastActivityDate, HasOpenActivity, HasOverdueTask FROM Opportunity';
    const whileOpen = await rows(rig, opportunity);

    await rig.call('PATCH', `/sobjects/Task/${task}`, { Status: 'Completed' });

    expect(whileOpen).toEqual([{ LastActivityDate: null, HasOpenActivity: true, HasOverdueTask: true }]);
    expect(await rows(rig, opportunity)).toEqual([
      { LastActivityDate: '2026-11-20', HasOpenActivity: false, HasOverdueTask: false },
    ]);
    expect(await rows(rig, 'SELECT LastActivityDate FROM Account')).toEqual([{ LastActivityDate: '2026-11-20' }]);
  });

  it('is related to its person and its record by rows of their own', async () => {
    await using rig = await createEmulatorRig({ clock });
    const [account, contact] = [
      await rig.create('Account', { Name: 'A' }),
      await rig.create('Contact', { LastName: 'C' }),
    ];
    const task = await rig.create('Task', { WhatId: account, WhoId: contact });

    await rig.call('PATCH', `/sobjects/Task/${task}`, { WhoId: null });

    expect(await rows(rig, 'SELECT TaskId, RelationId, IsWhat FROM TaskRelation')).toEqual([
      { TaskId: task, RelationId: account, IsWhat: true },
    ]);
  });

  it('takes persons and things only where they belong', async () => {
    await using rig = await createEmulatorRig({ clock });
    const account = await rig.create('Account', { Name: 'A' });
    const lead = await rig.create('Lead', { LastName: 'L', Company: 'C' });

    const asPerson = await rig.call('POST', '/sobjects/Task', { WhoId: account });
    const withLead = await rig.call('POST', '/sobjects/Task', { WhoId: lead, WhatId: account });

    expect(asPerson).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'FIELD_INTEGRITY_EXCEPTION',
          message: `Name ID: id value of incorrect type: ${account}`,
          fields: ['WhoId'],
        },
      ],
    });
    expect(withLead.status).toBe(501);
  });
});

describe('an event', () => {
  it.each([
    [{ StartDateTime: '2026-11-24T09:00:00Z', EndDateTime: '2026-11-24T10:30:00Z' }],
    [{ StartDateTime: '2026-11-24T09:00:00Z', DurationInMinutes: 90 }],
    [{ ActivityDateTime: '2026-11-24T09:00:00Z', DurationInMinutes: 90 }],
  ])('knows its times from %o', async (given) => {
    await using rig = await createEmulatorRig({ clock });

    await rig.create('Event', { Subject: 'Meeting', ...given });

    expect(
      await rows(
        rig,
        'SELECT StartDateTime, EndDateTime, DurationInMinutes, ActivityDateTime, ActivityDate, EndDate FROM Event',
      ),
    ).toEqual([
      {
        StartDateTime: '2026-11-24T09:00:00.000+0000',
        EndDateTime: '2026-11-24T10:30:00.000+0000',
        DurationInMinutes: 90,
        ActivityDateTime: '2026-11-24T09:00:00.000+0000',
        ActivityDate: '2026-11-24',
        EndDate: '2026-11-24',
      },
    ]);
  });

  it('lasts a whole day unless told otherwise', async () => {
    await using rig = await createEmulatorRig({ clock });

    await rig.create('Event', { IsAllDayEvent: true, ActivityDate: '2026-11-24' });

    expect(await rows(rig, 'SELECT StartDateTime, EndDateTime, DurationInMinutes FROM Event')).toEqual([
      {
        StartDateTime: '2026-11-24T00:00:00.000+0000',
        EndDateTime: '2026-11-24T00:00:00.000+0000',
        DurationInMinutes: 1440,
      },
    ]);
  });

  it('moves with its length', async () => {
    await using rig = await createEmulatorRig({ clock });
    const id = await rig.create('Event', { StartDateTime: '2026-11-24T09:00:00Z', DurationInMinutes: 30 });

    await rig.call('PATCH', `/sobjects/Event/${id}`, { StartDateTime: '2026-11-25T09:00:00Z' });

    expect(await rows(rig, 'SELECT EndDateTime, ActivityDate FROM Event')).toEqual([
      { EndDateTime: '2026-11-25T09:30:00.000+0000', ActivityDate: '2026-11-25' },
    ]);
  });

  it('needs a length', async () => {
    await using rig = await createEmulatorRig({ clock });

    const { status, body } = await rig.call('POST', '/sobjects/Event', { StartDateTime: '2026-11-24T09:00:00Z' });

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        message: 'Required fields are missing: [DurationInMinutes]',
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: ['DurationInMinutes'],
      },
    ]);
  });

  it('goes with the record it is about', async () => {
    await using rig = await createEmulatorRig({ clock });
    const account = await rig.create('Account', { Name: 'A' });
    await rig.create('Event', { WhatId: account, StartDateTime: '2026-11-24T09:00:00Z', DurationInMinutes: 30 });

    await rig.call('DELETE', `/sobjects/Account/${account}`);

    expect(await rows(rig, 'SELECT Id FROM Event')).toEqual([]);
  });
});

describe('an email', () => {
  it('shows on the record it is about and knows its people', async () => {
    await using rig = await createEmulatorRig({ clock });
    const account = await rig.create('Account', { Name: 'A' });
    const contact = await rig.create('Contact', { LastName: 'C', Email: 'c@example.com' });
    const email = await rig.create('EmailMessage', { Subject: 'Hello', RelatedToId: account, Status: '3' });

    await rig.create('EmailMessageRelation', { EmailMessageId: email, RelationId: contact, RelationType: 'ToAddress' });

    expect(await rows(rig, 'SELECT (SELECT Subject FROM Emails) FROM Account')).toMatchObject([
      { Emails: { records: [{ Subject: 'Hello' }] } },
    ]);
    expect(await rows(rig, 'SELECT RelationAddress, RelationObjectType FROM EmailMessageRelation')).toEqual([
      { RelationAddress: 'c@example.com', RelationObjectType: 'Contact' },
    ]);
  });
});
