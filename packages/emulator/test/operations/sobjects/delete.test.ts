import { expect, it } from 'vitest';
import { aDeal, createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

it('answers 204, and 404 ENTITY_IS_DELETED the second time', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'Acme' });

  const first = await rig.call('DELETE', `/sobjects/Account/${id}`);
  const second = await rig.call('DELETE', `/sobjects/Account/${id}`);

  expect(first.status).toBe(204);
  expect(second.status).toBe(404);
  expect(JSON.stringify(second.body)).toBe(
    '[{"message":"entity is deleted","errorCode":"ENTITY_IS_DELETED","fields":[]}]',
  );
  expect((await rig.call('GET', `/sobjects/Account/${id}`)).status).toBe(404);
});

it('takes the children along, and empties other references', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const account = await rig.create('Account', { Name: 'Acme' });
  const child = await rig.create('Account', { Name: 'Acme Belgium', ParentId: account });
  const contact = await rig.create('Contact', { LastName: 'Lee', AccountId: account });
  const deal = await rig.create('Opportunity', aDeal({ AccountId: account }));
  await rig.create('OpportunityContactRole', { OpportunityId: deal, ContactId: contact });

  await rig.call('DELETE', `/sobjects/Account/${account}`);

  expect(rig.emulator.records('Account')).toMatchObject([{ Id: child, ParentId: null }]);
  expect(rig.emulator.count('Contact')).toBe(0);
  expect(rig.emulator.count('Opportunity')).toBe(0);
  expect(rig.emulator.count('OpportunityContactRole')).toBe(0);
});

it('is refused when a child forbids it, and deletes nothing', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const region = await rig.create('Region__c', { Name: 'Europe', Code__c: 'EMEA' });
  await rig.create('Engagement__c', { Region__c: region });
  const [engagement] = rig.emulator.records('Engagement__c');

  const { status, body } = await rig.call('DELETE', `/sobjects/Region__c/${region}`);

  expect(status).toBe(400);
  expect(body).toEqual([
    {
      message: `Your attempt to delete Europe could not be completed because it is associated with the following engagements.: ${String(engagement?.['Name'])}\n`,
      errorCode: 'DELETE_FAILED',
      fields: [],
    },
  ]);
  expect(rig.emulator.count('Region__c')).toBe(1);
});
