import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('describes one object in short, whatever the case of its name', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('GET', '/sobjects/account');

  expect(status).toBe(200);
  expect(body).toMatchObject({ objectDescribe: { name: 'Account', keyPrefix: '001' }, recentItems: [] });
});

it('answers 404 for an object that this org does not have', async () => {
  await using rig = await createEmulatorRig();

  const { status, headers, body } = await rig.call('GET', '/sobjects/PlayingCard__c');

  expect(status).toBe(404);
  expect(headers.get('sforce-limit-info')).toBe('api-usage=1/100000');
  expect(JSON.stringify(body)).toBe('[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]');
});
