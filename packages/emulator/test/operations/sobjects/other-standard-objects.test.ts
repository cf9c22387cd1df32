import { expect, it } from 'vitest';
import { standardObjects } from '../../../src/schema/standard-objects.ts';
import { refuseOtherStandardObject } from '../../../src/schema/refuse-other-standard-object.ts';
import { createEmulatorRig } from '../../emulator-rig.ts';

const notEmulated = (what: string) => [
  { errorCode: 'NOT_EMULATED', message: expect.stringMatching(`NOT_EMULATED .*: the object ${what}$`) as string },
];

it.each([
  ['GET', '/query?q=SELECT+Id+FROM+Group', undefined, 'Group'],
  ['GET', '/query?q=SELECT+Id+FROM+ActivityHistory', undefined, 'ActivityHistory'],
  ['GET', '/query?q=SELECT+Id+FROM+AccountShare', undefined, 'AccountShare'],
  ['GET', '/tooling/query?q=SELECT+Id+FROM+ApexClass', undefined, 'ApexClass'],
  ['GET', '/tooling/sobjects/ApexClass/describe', undefined, 'ApexClass'],
  ['GET', '/sobjects/campaignmember/describe', undefined, 'campaignmember'],
  ['POST', '/sobjects/Attachment', { Name: 'a' }, 'Attachment'],
  ['POST', '/jobs/ingest', { object: 'CampaignMember', operation: 'insert' }, 'CampaignMember'],
])('does not deny that Salesforce has an object that is not here: %s %s', async (method, path, sent, object) => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call(method, path, sent);

  expect({ status, body }).toEqual({ status: 501, body: notEmulated(object) });
});

it.each([
  ['POST', '/sobjects/Product2', { Name: 'a', SellerId: null }, 'Product2.SellerId'],
  [
    'GET',
    '/composite/sobjects/Organization?ids=00D000000000000AAA&fields=Id,FiscalYearStartMonth',
    undefined,
    'Organization.FiscalYearStartMonth',
  ],
  ['GET', '/query?q=SELECT+Profile.UserLicense.Name+FROM+User', undefined, 'Profile.UserLicense'],
])('does not deny that an object has a field that is not here: %s %s', async (method, path, sent, field) => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call(method, path, sent);

  expect({ status, body }).toMatchObject({
    status: 501,
    body: [{ message: expect.stringContaining(`: the field ${field}`) as string }],
  });
});

it('says of any other name that there is no such object', async () => {
  await using rig = await createEmulatorRig();

  const queried = await rig.call('GET', '/query?q=SELECT+Id+FROM+XYZZY');
  const described = await rig.call('GET', '/sobjects/XYZZY__c/describe');

  expect(queried).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_TYPE' }] });
  expect(described).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
});

it.each(standardObjects.map(({ name }) => name))('has %s, even where an org hides it', (name) => {
  expect(() => refuseOtherStandardObject(name)).not.toThrow();
});
