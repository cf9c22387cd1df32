import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

interface Described {
  readonly fields: { name: string; nillable: boolean; createable: boolean; defaultedOnCreate: boolean }[];
  readonly recordTypeInfos: { developerName: string; available: boolean; defaultRecordTypeMapping: boolean }[];
  readonly childRelationships: { childSObject: string; field: string; relationshipName: string | null }[];
}

async function describeIn(rig: Awaited<ReturnType<typeof createEmulatorRig>>, object: string): Promise<Described> {
  return (await rig.call('GET', `/sobjects/${object}/describe`)).body as Described;
}

const requiredOf = ({ fields }: Described): string[] =>
  fields.filter((f) => f.createable && !f.nillable && !f.defaultedOnCreate).map((f) => f.name);

it.each([
  ['Account', ['Name']],
  ['Contact', ['LastName']],
  ['Opportunity', ['Name', 'StageName', 'CloseDate']],
  ['OpportunityContactRole', ['OpportunityId', 'ContactId']],
  ['Region__c', ['Code__c']],
  ['Engagement__c', ['Region__c']],
])('says what %s requires', async (object, required) => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });

  expect(requiredOf(await describeIn(rig, object))).toEqual(required);
});

it('has RecordTypeId only where there are record types, and the master one last', async () => {
  await using rig = await createEmulatorRig();
  const before = await describeIn(rig, 'Opportunity');

  rig.emulator.install(salesMetadata);
  const after = await describeIn(rig, 'Opportunity');

  expect(before.fields.map((field) => field.name)).not.toContain('RecordTypeId');
  expect(before.recordTypeInfos.map((info) => info.developerName)).toEqual(['Master']);
  expect(after.fields.map((field) => field.name)).toContain('RecordTypeId');
  expect(after.recordTypeInfos).toMatchObject([
    { developerName: 'Enterprise', available: true, defaultRecordTypeMapping: true },
    { developerName: 'Retired', available: false, defaultRecordTypeMapping: false },
    { developerName: 'Master', available: true, defaultRecordTypeMapping: false },
  ]);
});

it('names the children of an object, those of the package included', async () => {
  await using rig = await createEmulatorRig({ install: [{ ...salesMetadata, namespace: 'sales' }] });

  const { childRelationships } = await describeIn(rig, 'sales__Region__c');

  expect(childRelationships).toContainEqual(
    expect.objectContaining({
      childSObject: 'sales__Engagement__c',
      field: 'sales__Region__c',
      relationshipName: 'sales__Engagements__r',
      restrictedDelete: true,
    }),
  );
});

it('answers 304 until the schema changes', async () => {
  let now = new Date('2026-05-06T09:49:20Z');
  await using rig = await createEmulatorRig({ clock: () => now });
  const first = await rig.call('GET', '/sobjects/Account/describe');
  const since = { 'if-modified-since': first.headers.get('last-modified') ?? '' };

  const unchanged = await rig.call('GET', '/sobjects/Account/describe', undefined, since);
  now = new Date('2026-05-06T09:50:00Z');
  rig.emulator.install(salesMetadata);
  const changed = await rig.call('GET', '/sobjects/Account/describe', undefined, since);

  expect(first.headers.get('last-modified')).toBe('Wed, 6 May 2026 09:49:20 GMT');
  expect(first.headers.get('etag')).toMatch(/^"[0-9a-f]{8}"$/);
  expect(unchanged.status).toBe(304);
  expect(changed.status).toBe(200);
});
