import { describe, expect, it } from 'vitest';
import { explainPlan } from '../src/index.ts';
import { aDeal, aWriter, oneSalesOrg } from './build/a-sales-org.ts';
import { failureOf } from './build/an-org.ts';

const org = oneSalesOrg();

async function aDealWithPeople() {
  const test = org();
  const id = await aDeal(test);
  const [zoe, ada] = [
    await test.org.contacts.create({ LastName: 'Zoë' }),
    await test.org.contacts.create({ LastName: 'Ada' }),
  ];
  test.emulator.clearRequests();
  return { test, id, zoe: zoe.id, ada: ada.id, roles: aWriter(test).deals.contactRoles };
}

describe('deals.contactRoles', () => {
  it('adds a contact once, and makes them primary where that is asked', async () => {
    const { test, id, zoe, roles } = await aDealWithPeople();
    const role = { contactId: zoe, role: 'Evaluator' };

    const first = await roles.add(id, role);
    const second = await roles.add(id, role);
    const third = await roles.add(id, { contactId: zoe, isPrimary: true });

    expect([first, second, third].map(({ changes, apiCalls }) => [changes[0]?.did, apiCalls])).toEqual([
      ['added', 2],
      ['nothing', 1],
      ['changed', 2],
    ]);
    expect(test.emulator.apiCalls()).toBe(5);
    expect(new Set([first, second, third].map(({ changes }) => changes[0]?.roleId))).toEqual(
      new Set([first.roles[0]?.id]),
    );
    expect(third.roles).toEqual([
      { id: first.roles[0]?.id, contactId: zoe, contactName: 'Zoë', role: 'Evaluator', isPrimary: true },
    ]);
  });

  it('has one primary role, and says so in the same request', async () => {
    const { id, zoe, ada, roles } = await aDealWithPeople();
    await roles.apply(id, [
      { do: 'add', contactId: zoe, isPrimary: true },
      { do: 'add', contactId: ada },
    ]);

    const first = await roles.setPrimary(id, { contactId: ada });
    const second = await roles.setPrimary(id, { roleId: first.roles[0]?.id ?? '' });

    expect(first.roles.map(({ contactName, isPrimary }) => [contactName, isPrimary])).toEqual([
      ['Ada', true],
      ['Zoë', false],
    ]);
    expect(second).toMatchObject({ changes: [{ did: 'nothing' }], apiCalls: 1 });
  });

  it('changes and empties a role, and finds it changed when it is repeated', async () => {
    const { id, zoe, roles } = await aDealWithPeople();
    await roles.add(id, { contactId: zoe, role: 'Evaluator' });
    const of = { contactId: zoe, role: 'Evaluator' };

    const first = await roles.change(id, of, 'Decision Maker');
    const second = await roles.change(id, of, 'Decision Maker');
    const third = await roles.change(id, { contactId: zoe }, null);

    expect([first, second, third].map(({ changes }) => changes[0]?.did)).toEqual(['changed', 'nothing', 'changed']);
    expect(third.roles).toMatchObject([{ contactId: zoe, role: null }]);
  });

  it('removes a role, and nothing the second time', async () => {
    const { id, zoe, roles } = await aDealWithPeople();
    await roles.add(id, { contactId: zoe });

    const first = await roles.remove(id, { contactId: zoe });
    const second = await roles.remove(id, { contactId: zoe });

    expect(first).toMatchObject({ changes: [{ did: 'removed' }], roles: [], apiCalls: 2 });
    expect(second).toEqual({ changes: [{ did: 'nothing', roleId: undefined }], roles: [], apiCalls: 1 });
  });

  it('does several changes in one request, each on what the ones before have left', async () => {
    const { id, zoe, ada, roles } = await aDealWithPeople();
    await roles.add(id, { contactId: zoe, role: 'Evaluator', isPrimary: true });

    const result = await roles.apply(id, [
      { do: 'change', of: { contactId: zoe }, to: 'Other' },
      { do: 'add', contactId: ada, role: 'Evaluator' },
      { do: 'change', of: { contactId: ada }, to: 'Decision Maker' },
      { do: 'setPrimary', of: { contactId: ada } },
      { do: 'remove', of: { contactId: zoe, role: 'Other' } },
      { do: 'add', contactId: zoe, role: 'Influencer' },
    ]);

    expect(result.apiCalls).toBe(2);
    expect(result.changes.map(({ did }) => did)).toEqual([
      'changed',
      'added',
      'changed',
      'changed',
      'removed',
      'added',
    ]);
    expect(result.roles).toMatchObject([
      { id: result.changes[1]?.roleId, contactId: ada, role: 'Decision Maker', isPrimary: true },
      { id: result.changes[5]?.roleId, contactId: zoe, role: 'Influencer', isPrimary: false },
    ]);
    expect((await roles.list(id)).roles).toEqual(result.roles);
  });

  it('lets the caller choose where a contact has several roles', async () => {
    const { id, zoe, roles } = await aDealWithPeople();
    await roles.apply(id, [
      { do: 'add', contactId: zoe, role: 'Evaluator' },
      { do: 'add', contactId: zoe, role: 'Other' },
    ]);

    const error = await failureOf(roles.remove(id, { contactId: zoe }));

    expect(error).toMatchObject({
      code: 'RECORD_AMBIGUOUS',
      path: 'changes[0].of',
      candidates: [{ name: 'Evaluator' }, { name: 'Other' }],
    });
  });

  it('undoes all where the org refuses one, and says which', async () => {
    const { test, id, zoe, roles } = await aDealWithPeople();

    const error = await failureOf(
      roles.apply(id, [
        { do: 'add', contactId: zoe },
        { do: 'add', contactId: '003B000001LntWlIAJ' },
      ]),
    );

    expect(error).toMatchObject({ outcome: 'notApplied', path: 'changes[1]' });
    expect(test.emulator.records('OpportunityContactRole').filter(({ OpportunityId }) => OpportunityId === id)).toEqual(
      [],
    );
  });

  it('says that the deal has no such role', async () => {
    const { id, zoe, roles } = await aDealWithPeople();

    const error = await failureOf(roles.setPrimary(id, { contactId: zoe }));

    expect(error).toMatchObject({ code: 'SALESFORCE_RECORD_NOT_FOUND', path: 'changes[0].of', outcome: 'notApplied' });
  });

  it('says all that is wrong before anything is sent', async () => {
    const { test, zoe, ada, roles } = await aDealWithPeople();

    const error = await failureOf(
      roles.apply('001B000001LntWlIAJ', [
        { do: 'add', contactId: '006B000001LntWlIAJ' },
        { do: 'change', of: { roleId: zoe }, to: 'Other' },
        { do: 'add', contactId: zoe, isPrimary: true },
        { do: 'setPrimary', of: { contactId: ada } },
      ]),
    );

    const paths = (error as { problems: { path: string }[] }).problems.map(({ path }) => path);
    expect(paths).toEqual(['id', 'changes[0].contactId', 'changes[1].of.roleId', 'changes[3]']);
    expect(test.emulator.apiCalls()).toBe(0);
  });

  it('can be looked at before it runs', () => {
    const plan = org().org.deals.contactRoles.plan('0061i000013x2TEAAY', [
      { do: 'add', contactId: '0031i000013x2TEAAY', role: 'Evaluator' },
      { do: 'remove', of: { contactId: '0031i000013x2TEAAY', role: 'Other' } },
    ]);

    expect(explainPlan(plan).text).toMatchInlineSnapshot(`
      "2 API calls.
      Read first:
         Read every OpportunityContactRole of the deal (dealId)
      Written all or nothing, in one request:
       1. Create OpportunityContactRole with OpportunityId, ContactId, Role, unless the contact has this role already (changes[0])
       2. Remove OpportunityContactRole, unless it is not there (changes[1])"
    `);
  });
});
