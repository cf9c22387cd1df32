import { describe, expect, it } from 'vitest';
import { createEmulatorRig } from '../emulator-rig.ts';
import { rows } from './rows.ts';

const clock = (): Date => new Date('2026-11-23T12:00:00Z');

describe('a case', () => {
  it('is numbered, and closed by its status', async () => {
    await using rig = await createEmulatorRig({ clock });
    const id = await rig.create('Case', { Subject: 'Broken' });
    await rig.create('Case', { Subject: 'Late', Status: 'Closed' });
    const soql = 'SELECT CaseNumber, Status, Priority, IsClosed, ClosedDate FROM Case ORDER BY CaseNumber';
    const before = await rows(rig, soql);

    await rig.call('PATCH', `/sobjects/Case/${id}`, { Status: 'Closed' });

    const closed = { IsClosed: true, ClosedDate: '2026-11-23T12:00:00.000+0000', Status: 'Closed', Priority: 'Medium' };
    expect(before).toEqual([
      { CaseNumber: '00001000', Status: 'New', Priority: 'Medium', IsClosed: false, ClosedDate: null },
      { CaseNumber: '00001001', ...closed },
    ]);
    expect((await rows(rig, soql))[0]).toEqual({ CaseNumber: '00001000', ...closed });
  });

  it('shows how its contact can be reached, also after that changed', async () => {
    await using rig = await createEmulatorRig({ clock });
    const account = await rig.create('Account', { Name: 'A' });
    const contact = await rig.create('Contact', { LastName: 'C', AccountId: account, Email: 'c@example.com' });
    await rig.create('Case', { ContactId: contact });

    await rig.call('PATCH', `/sobjects/Contact/${contact}`, { Email: 'new@example.com', Phone: '1' });

    expect(await rows(rig, 'SELECT AccountId, ContactEmail, ContactPhone FROM Case')).toEqual([
      { AccountId: account, ContactEmail: 'new@example.com', ContactPhone: '1' },
    ]);
  });

  it('does not let its contact and account go', async () => {
    await using rig = await createEmulatorRig({ clock });
    const contact = await rig.create('Contact', { Salutation: 'Mr.', FirstName: 'Josh', LastName: 'Davis' });
    await rig.create('Case', { ContactId: contact });
    await rig.create('Case', { ContactId: contact });

    const { status, body } = await rig.call('DELETE', `/sobjects/Contact/${contact}`);

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        message:
          'Your attempt to delete Mr. Josh Davis could not be completed because it is associated with the following cases.: 00001000, 00001001\n',
        errorCode: 'DELETE_FAILED',
        fields: [],
      },
    ]);
    expect(await rows(rig, 'SELECT Name FROM Contact')).toEqual([{ Name: 'Josh Davis' }]);
  });
});

describe('a lead', () => {
  it('is a person of a company that nobody has looked at', async () => {
    await using rig = await createEmulatorRig({ clock });
    const id = await rig.create('Lead', { FirstName: 'Ann', LastName: 'Lee', Company: 'Acme', Street: 'High St 1' });

    await rig.call('PATCH', `/sobjects/Lead/${id}`, { LastName: 'Roe' });

    const { body } = await rig.call('GET', `/sobjects/Lead/${id}`);
    expect(body).toMatchObject({
      Name: 'Ann Roe',
      Status: 'Open - Not Contacted',
      IsConverted: false,
      Address: { street: 'High St 1', city: null },
    });
  });

  it('needs a name and a company', async () => {
    await using rig = await createEmulatorRig({ clock });

    const { body } = await rig.call('POST', '/sobjects/Lead', { FirstName: 'Ann' });

    expect(body).toEqual([
      {
        message: 'Required fields are missing: [LastName, Company]',
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: ['LastName', 'Company'],
      },
    ]);
  });
});

describe('an account', () => {
  it('stays while opportunities of it were won', async () => {
    await using rig = await createEmulatorRig({ clock });
    const account = await rig.create('Account', { Name: 'Edge' });
    for (const Name of ['SLA', 'Generator']) {
      await rig.create('Opportunity', { Name, AccountId: account, StageName: 'Closed Won', CloseDate: '2026-01-01' });
    }

    const { status, body } = await rig.call('DELETE', `/sobjects/Account/${account}`);

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        message:
          'Your attempt to delete Edge could not be completed because some opportunities in that account were closed won. The opportunities that could not be deleted are shown below.: Generator, SLA\n',
        errorCode: 'DELETE_FAILED',
        fields: [],
      },
    ]);
  });
});
