import { describe, expect, it } from 'vitest';
import type { FieldDefinition, FieldType, ObjectDefinition } from '../schema/object-definition.ts';
import { formatField, formatValue } from './format-value.ts';

function aField(name: string, type: FieldType, changes: Partial<FieldDefinition> = {}): FieldDefinition {
  return {
    name,
    label: name,
    type,
    custom: false,
    nillable: true,
    createable: true,
    updateable: true,
    defaultedOnCreate: false,
    ...changes,
  };
}

function anObject(name: string, ...fields: FieldDefinition[]): ObjectDefinition {
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix: '001',
    custom: false,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    fields: new Map(fields.map((field) => [field.name, field])),
  };
}

describe('formatValue', () => {
  it.each([
    ['datetime', '2026-05-01T07:25:37.000Z', '2026-05-01T07:25:37.000+0000'],
    ['date', '2026-03-08', '2026-03-08'],
    ['boolean', 1, true],
    ['boolean', 0, false],
    ['boolean', null, false],
    ['currency', 15000, 15000],
    ['int', 12n, 12],
    ['string', null, null],
    ['multipicklist', 'A;B', 'A;B'],
  ] as const)('prints a %s of %s as %s', (type, stored, printed) => {
    expect(formatValue(aField('X', type), stored)).toBe(printed);
  });
});

describe('formatField', () => {
  it('puts an address together, in the order of its members’ names', () => {
    const part = { compoundFieldName: 'BillingAddress' };
    const compound = aField('BillingAddress', 'address', { virtual: true });
    const object = anObject(
      'Account',
      aField('BillingStreet', 'textarea', part),
      aField('BillingCity', 'string', part),
      compound,
    );

    const address = formatField(compound, {
      object,
      row: { Id: 'x', BillingStreet: null, BillingCity: 'Ghent' },
      apiVersion: '66.0',
    });

    expect(JSON.stringify(address)).toBe('{"city":"Ghent","street":null}');
    expect(
      formatField(compound, { object, row: { Id: 'x', BillingStreet: null, BillingCity: null }, apiVersion: '66.0' }),
    ).toBeNull();
  });

  it('gives the URL of a blob', () => {
    const blob = aField('Content', 'base64');
    const object = anObject('ContentNote', blob);
    const print = (Content: Uint8Array | null) =>
      formatField(blob, { object, row: { Id: '069x', Content }, apiVersion: '66.0' });

    expect(print(new Uint8Array(1))).toBe('/services/data/v66.0/sobjects/ContentNote/069x/Content');
    expect(print(null)).toBeNull();
  });
});
