import { describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';
import { deployFiles, picklistField } from '../../metadata/deploy-files.ts';

describe('GET /ui-api/object-info/{object}', () => {
  it('describes the object, its record types by id and its fields by name', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const [enterprise] = rig.emulator.records('RecordType');

    const { status, body } = await rig.call('GET', '/ui-api/object-info/opportunity');

    const id = String(enterprise?.['Id']);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiName: 'Opportunity',
      defaultRecordTypeId: id,
      keyPrefix: '006',
      nameFields: ['Name'],
      recordTypeInfos: {
        [id]: {
          available: true,
          defaultRecordTypeMapping: true,
          master: false,
          name: 'Enterprise Deal',
          recordTypeId: id,
        },
        '012000000000000AAA': { defaultRecordTypeMapping: false, master: true, name: 'Master' },
      },
      fields: {
        StageName: { dataType: 'Picklist', required: true, defaultedOnCreate: false },
        AccountId: { reference: true, referenceToInfos: [{ apiName: 'Account', nameFields: ['Name'] }] },
        OwnerId: { referenceToInfos: [{ apiName: 'User', nameFields: ['FirstName', 'LastName', 'Name'] }] },
      },
    });
    expect(Object.keys(body as object)).toEqual(Object.keys(body as object).toSorted());
  });

  it('has only the members of the version that is asked for', async () => {
    await using rig = await createEmulatorRig();
    const membersAt = async (version: string): Promise<string[]> => {
      const { body } = await rig.call('GET', `/services/data/v${version}/ui-api/object-info/Account`);
      return Object.keys(body as object);
    };

    const [old, current] = [await membersAt('49.0'), await membersAt('66.0')];

    const later = ['associateEntityType', 'associateParentEntity', 'compactLayoutable', 'searchLayoutable'];
    expect(current.filter((name) => !old.includes(name))).toEqual(later);
  });

  it('is not sent again to who has it', async () => {
    await using rig = await createEmulatorRig();
    const first = await rig.call('GET', '/ui-api/object-info/Contact');
    const tag = first.headers.get('etag') ?? '';

    const again = await rig.call('GET', '/ui-api/object-info/Contact', undefined, { 'if-none-match': tag });
    const zipped = await rig.call('GET', '/ui-api/object-info/Contact', undefined, {
      'if-none-match': tag.replace(/"$/, '--gzip"'),
    });
    deployFiles(rig, { 'objects/Contact/fields/Mood__c.field-meta.xml': picklistField('Mood__c', ['Good']) });
    const changed = await rig.call('GET', '/ui-api/object-info/Contact', undefined, { 'if-none-match': tag });

    expect([again.status, again.body, zipped.status]).toEqual([304, undefined, 304]);
    expect(changed.status).toBe(200);
  });

  it.each(['Task', 'Nothing__c'])('does not have %s', async (object) => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('GET', `/ui-api/object-info/${object}`);

    expect(status).toBe(400);
    expect(body).toEqual([{ errorCode: 'INVALID_TYPE', message: `Object ${object} is not supported in UI API` }]);
  });
});
