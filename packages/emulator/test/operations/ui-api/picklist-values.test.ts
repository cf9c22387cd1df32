import { describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata, type EmulatorRig } from '../../emulator-rig.ts';
import { deployFiles, picklistField } from '../../metadata/deploy-files.ts';

const MASTER = '012000000000000AAA';

async function valuesOf(rig: EmulatorRig, field: string, recordType = MASTER): Promise<unknown> {
  const { status, body } = await rig.call(
    'GET',
    `/ui-api/object-info/Opportunity/picklist-values/${recordType}/${field}`,
  );
  expect(status).toBe(200);
  return body;
}

describe('GET /ui-api/object-info/{object}/picklist-values/{recordTypeId}/{field}', () => {
  it('gives the stages of a record type’s sales process, and what each stage means', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const recordType = String(rig.emulator.records('RecordType')[0]?.['Id']);

    const all = (await valuesOf(rig, 'StageName')) as { values: unknown[] };
    const own = (await valuesOf(rig, 'StageName', recordType)) as { values: { value: string }[]; url: string };

    expect(all.values).toHaveLength(10);
    expect(own.values.map(({ value }) => value)).toEqual([
      'Qualification',
      'Proposal/Price Quote',
      'Closed Won',
      'Closed Lost',
    ]);
    expect(own.values.at(2)).toEqual({
      attributes: {
        closed: true,
        defaultProbability: 100,
        forecastCategoryName: 'Closed',
        picklistAtrributesValueType: 'OpportunityStage',
        won: true,
      },
      label: 'Closed Won',
      validFor: [],
      value: 'Closed Won',
    });
    expect(own.url).toBe(`/services/data/v66.0/ui-api/object-info/Opportunity/picklist-values/${recordType}/StageName`);
  });

  it('says which values of a dependent picklist go with which of the controlling field', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      'objects/Opportunity/fields/Country__c.field-meta.xml': picklistField('Country__c', ['BE', 'NL', 'FR']),
      'objects/Opportunity/fields/City__c.field-meta.xml': picklistField('City__c', ['Gent', 'Utrecht', 'Lille'], {
        on: 'Country__c',
        validFor: { Gent: ['BE'], Utrecht: ['NL'], Lille: ['FR', 'BE'] },
      }),
    });

    const cities = await valuesOf(rig, 'City__c');
    const described = await rig.call('GET', '/sobjects/Opportunity/describe');
    const info = await rig.call('GET', '/ui-api/object-info/Opportunity');

    expect(cities).toMatchObject({
      controllerValues: { BE: 0, NL: 1, FR: 2 },
      defaultValue: null,
      values: [
        { value: 'Gent', validFor: [0] },
        { value: 'Utrecht', validFor: [1] },
        { value: 'Lille', validFor: [0, 2] },
      ],
    });
    const { fields } = described.body as { fields: { name: string; picklistValues: { validFor: string }[] }[] };
    const city = fields.find(({ name }) => name === 'City__c');
    expect(city).toMatchObject({ controllerName: 'Country__c', dependentPicklist: true });
    expect(city?.picklistValues.map(({ validFor }) => Buffer.from(validFor, 'base64')[0])).toEqual([0x80, 0x40, 0xa0]);
    expect(info.body).toMatchObject({
      dependentFields: { Country__c: { City__c: {} } },
      fields: { City__c: { controllerName: 'Country__c', controllingFields: ['Country__c'] } },
    });
  });

  it('writes HTML’s characters as entities unless it is told not to', async () => {
    await using rig = await createEmulatorRig();
    const path = `/ui-api/object-info/Account/picklist-values/${MASTER}/Industry`;

    const encoded = await rig.call('GET', path);
    const plain = await rig.call('GET', path, undefined, { 'X-Chatter-Entity-Encoding': 'false' });

    expect(encoded.body).toMatchObject({
      values: expect.arrayContaining([
        expect.objectContaining({ label: 'Food &amp; Beverage', value: 'Food &amp; Beverage' }),
      ]),
    });
    expect(plain.body).toMatchObject({
      values: expect.arrayContaining([expect.objectContaining({ label: 'Food & Beverage' })]),
    });
  });

  it('refuses a field that is no picklist', async () => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('GET', `/ui-api/object-info/Account/picklist-values/${MASTER}/Name`);

    expect(status).toBe(400);
    expect(body).toEqual([{ errorCode: 'INVALID_FIELD', message: 'Field Name is not a picklist.' }]);
  });

  it('does not know what Salesforce answers for the record type of another object', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const recordType = String(rig.emulator.records('RecordType')[0]?.['Id']);

    const { status } = await rig.call('GET', `/ui-api/object-info/Account/picklist-values/${recordType}/Industry`);

    expect(status).toBe(501);
  });
});
