import { describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

describe('GET /ui-api/record-defaults/create/{object}', () => {
  it('gives the record with its defaults, its layout and what is known of the objects in it', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const recordType = String(rig.emulator.records('RecordType')[0]?.['Id']);

    const { status, body } = await rig.call('GET', '/ui-api/record-defaults/create/Opportunity');
    const layout = await rig.call('GET', `/ui-api/layout/Opportunity?mode=Create&recordTypeId=${recordType}`);
    const info = await rig.call('GET', '/ui-api/object-info/Opportunity');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      layout: layout.body,
      objectInfos: {
        Opportunity: info.body,
        User: { apiName: 'User', defaultRecordTypeId: null, recordTypeInfos: {} },
      },
      record: {
        apiName: 'Opportunity',
        childRelationships: {},
        id: null,
        recordTypeId: recordType,
        recordTypeInfo: { name: 'Enterprise Deal', master: false, recordTypeId: recordType },
        fields: {
          IsPrivate: { displayValue: null, value: false },
          StageName: { displayValue: 'Qualification', value: 'Qualification' },
          OwnerId: { displayValue: null, value: rig.emulator.admin.userId },
          Owner: {
            displayValue: 'Emulated Admin',
            value: { apiName: 'User', id: rig.emulator.admin.userId, fields: { Name: { value: 'Emulated Admin' } } },
          },
          Account: { displayValue: null, value: null },
          CreatedBy: { displayValue: null, value: null },
        },
      },
    });
  });

  it('refuses a field that does not say which object it is of', async () => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('GET', '/ui-api/record-defaults/create/Account?optionalFields=Name');

    expect(status).toBe(400);
    expect(body).toEqual([
      {
        errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE',
        message: "Expected '.' in all qualified names: Name is invalid",
      },
    ]);
  });
});
