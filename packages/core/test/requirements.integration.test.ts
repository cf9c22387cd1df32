import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Order forms need a signer, who needs a bureau; by their page also a ping, which needs a pong. */
async function anOrderDesk(): Promise<TestOrg> {
  return anOrg({ install: [{ directory: folder('metadata-requirements') }] });
}

const complete = { Name: 'Form', Signer__c: { ref: 'signer' }, Backup__c: { ref: 'backup' }, Due__c: '2026-12-31' };

describe('requirements', () => {
  it('name what a record needs, two levels deep, for three API calls and then for none', async () => {
    const { org } = await anOrderDesk();

    const cold = await org.requirements.for('Order_Form__c', { pipeline: 'European' });
    const warm = await org.requirements.for('Order_Form__c', { pipeline: 'European' });

    expect(new Set(cold.objects.map(({ object }) => object))).toEqual(
      new Set(['Order_Form__c', 'Signer__c', 'Bureau__c', 'Ping__c', 'Pong__c']),
    );
    expect(cold.objects[0]?.object).toBe('Order_Form__c');
    expect(cold.references).toContainEqual({
      object: 'Signer__c',
      field: 'Bureau__c',
      requiredBy: 'record',
      to: ['Bureau__c'],
    });
    expect(cold.apiCalls).toBe(3);
    expect({ ...warm, apiCalls: cold.apiCalls }).toEqual(cold);
    expect(warm.apiCalls).toBe(0);
  });

  it('tell what the page requires from what no record is saved without', async () => {
    const { org } = await anOrderDesk();

    const { fields, schema, unknown } = await org.requirements.for('Order_Form__c');

    const by = new Map(fields.map(({ name, requiredBy }) => [name, requiredBy]));
    expect([by.get('Signer__c'), by.get('Due__c'), by.get('Amount__c')]).toEqual(['record', 'layout', 'none']);
    expect(schema['required']).toEqual(['Signer__c']);
    expect(unknown.join()).toMatch(/Validation rules.*triggers/);
  });

  it('offer the values of the record type, each with what it depends on', async () => {
    const { org } = await anOrderDesk();

    const { fields } = await org.requirements.for('Order_Form__c', { pipeline: 'European' });

    const choices = new Map(fields.map((field) => [field.name, field.choices]));
    expect(choices.get('Continent__c')?.map(({ value }) => value)).toEqual(['Europe']);
    expect(choices.get('Country__c')).toMatchObject([
      { value: 'France', validFor: ['Europe'] },
      { value: 'Japan', validFor: ['Asia'] },
    ]);
  });

  it('report objects that need each other', async () => {
    const { org, emulator } = await anOrderDesk();
    emulator.install({ directory: folder('metadata-cycle') });

    const { cycles } = await org.requirements.for('Ping__c');

    expect(cycles).toEqual([['Ping__c', 'Pong__c', 'Ping__c']]);
  });

  it('name the record types there are when there is no such one', async () => {
    const { org } = await anOrderDesk();

    const error = await failureOf(org.requirements.for('Order_Form__c', { pipeline: 'Martian' }));

    expect(error).toMatchObject({ code: 'PIPELINE_NOT_FOUND', available: ['European', 'Global'] });
  });

  it('give records to choose from', async () => {
    const { org } = await anOrderDesk();
    const { id } = await org.customObjects.create('Bureau__c', { Name: 'Paris' });

    const candidates = await org.requirements.candidates('Bureau__c');

    expect(candidates).toEqual({ records: [{ id, name: 'Paris' }], apiCalls: 1 });
  });
});

describe('a check of values', () => {
  it('finds nothing wrong with a complete record, and asks nobody when the metadata is known', async () => {
    const { org } = await anOrderDesk();
    const input = { object: 'Order_Form__c', pipeline: 'European', fields: complete };
    await org.requirements.check(input);

    const check = await org.requirements.check(input);

    expect(check).toEqual({ valid: true, problems: [], apiCalls: 0 });
  });

  it('says everything at once, with path, code and remedy', async () => {
    const { org } = await anOrderDesk();
    const { id: bureau } = await org.customObjects.create('Bureau__c', { Name: 'Paris' });

    const { valid, problems } = await org.requirements.check({
      object: 'Order_Form__c',
      pipeline: 'European',
      fields: {
        Name: 'x'.repeat(81),
        Signer__c: bureau,
        Backup__c: '001000000000000AAB',
        Amount__c: 12345,
        Due__c: '31.12.2026',
        Continent__c: 'Asia',
        Countri__c: 'France',
        CreatedDate: '2026-12-31T00:00:00Z',
      },
    });

    expect(valid).toBe(false);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'fields.Name tooLong',
      'fields.Signer__c otherObject',
      'fields.Backup__c invalidId',
      'fields.Amount__c outOfPrecision',
      'fields.Due__c wrongDate',
      'fields.Continent__c notOffered',
      'fields.Countri__c unknownField',
      'fields.CreatedDate readOnly',
    ]);
    expect(problems[6]?.remedy).toBe('Did you mean Country__c?');
  });

  it.each([
    [
      'a value that does not go with its controller',
      { Continent__c: 'Europe', Country__c: 'Japan' },
      'Country__c',
      'notForController',
    ],
    ['a day that is none', { Due__c: '2026-02-30' }, 'Due__c', 'wrongDate'],
    ['text in place of a number', { Amount__c: '5' }, 'Amount__c', 'wrongType'],
    ['a missing reference', { Signer__c: null }, 'Signer__c', 'missing'],
    ['what only the page requires', { Due__c: null }, 'Due__c', 'missingOnLayout'],
  ])('finds %s', async (_name, fields, field, code) => {
    const { org } = await anOrderDesk();

    const { problems } = await org.requirements.check({
      object: 'Order_Form__c',
      pipeline: 'Global',
      fields: { ...complete, ...fields },
    });

    expect(problems).toMatchObject([{ path: `fields.${field}`, code }]);
  });
});
