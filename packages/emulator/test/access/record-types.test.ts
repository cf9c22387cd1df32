import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDeal, salesMetadata } from '../emulator-rig.ts';
import { createAccessRig } from './access-rig.ts';

interface Info {
  readonly developerName: string;
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
}

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'emulator-access-'));
  mkdirSync(join(directory, 'permissionsets'));
  writeFileSync(
    join(directory, 'permissionsets', 'Enterprise_Deals.permissionset-meta.xml'),
    `<PermissionSet><label>Enterprise Deals</label><recordTypeVisibilities><recordType>Opportunity.Enterprise</recordType>
     <visible>true</visible></recordTypeVisibilities></PermissionSet>`,
  );
});
afterAll(() => rmSync(directory, { recursive: true }));

function rigWithSet() {
  return createAccessRig({ install: [salesMetadata, { directory }] });
}

describe('a record type', () => {
  it('is the default of administrators', async () => {
    await using rig = await rigWithSet();

    const { body } = await rig.call('GET', '/sobjects/Opportunity/describe');
    await rig.create('Opportunity', aDeal());

    expect((body as { recordTypeInfos: Info[] }).recordTypeInfos).toMatchObject([
      { developerName: 'Enterprise', available: true, defaultRecordTypeMapping: true },
      { developerName: 'Retired', available: false, defaultRecordTypeMapping: false },
      { developerName: 'Master', available: true, defaultRecordTypeMapping: false },
    ]);
    expect(rig.emulator.records('Opportunity')).toMatchObject([
      { RecordTypeId: rig.emulator.records('RecordType')[0]?.['Id'] },
    ]);
  });

  it('is for nobody else without a permission set', async () => {
    await using rig = await rigWithSet();
    const user = rig.user({ profile: 'Standard User' });
    const [enterprise] = rig.emulator.records('RecordType');
    const RecordTypeId = String(enterprise?.['Id']);

    const described = await user.call('GET', '/sobjects/Opportunity/describe');
    const without = await user.call('POST', '/sobjects/Opportunity', aDeal());
    const refused = await user.call('POST', '/sobjects/Opportunity', aDeal({ RecordTypeId }));

    expect((described.body as { recordTypeInfos: Info[] }).recordTypeInfos).toMatchObject([
      { developerName: 'Enterprise', available: false, defaultRecordTypeMapping: false },
      { developerName: 'Retired', available: false },
      { developerName: 'Master', available: true, defaultRecordTypeMapping: true },
    ]);
    expect(without.status).toBe(201);
    expect(rig.emulator.records('Opportunity')).toMatchObject([{ RecordTypeId: null }]);
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual([
      {
        message: `Record Type ID: this ID value isn't valid for the user: ${RecordTypeId}`,
        errorCode: 'INVALID_CROSS_REFERENCE_KEY',
        fields: ['RecordTypeId'],
      },
    ]);
  });

  it('comes with a permission set', async () => {
    await using rig = await rigWithSet();
    const user = rig.user({ profile: 'Standard User', permissionSets: ['Enterprise_Deals'] });
    const [enterprise] = rig.emulator.records('RecordType');

    const created = await user.call('POST', '/sobjects/Opportunity', aDeal());

    expect(created.status).toBe(201);
    expect(rig.emulator.records('Opportunity')).toMatchObject([{ RecordTypeId: enterprise?.['Id'] }]);
  });
});
