import { describe, expect, it } from 'vitest';
import { checkbox, currency, date, dateTime, decimal, integer, text } from '../schema/define-field.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';
import { toStoredValue } from './to-stored-value.ts';

const store = (field: FieldDefinition, value: unknown): unknown =>
  toStoredValue(field, value, { body: { [field.name]: value }, key: field.name });

describe('a value of a request', () => {
  it.each([
    [text('T', 'T', 10), 'x', 'x'],
    [text('T', 'T', 10), 5, '5'],
    [text('T', 'T', 10), '', null],
    [text('T', 'T', 10), ' \n\t ', null],
    [text('T', 'T', 10), ' \n a  b\r\n', 'a  b'],
    [text('T', 'T', 10), '\u00a0x\u00a0', '\u00a0x\u00a0'],
    [integer('I', 'I'), '42', 42],
    [currency('C', 'C', [18, 2]), '1.5e3', 1500],
    [checkbox('B', 'B'), true, 1],
    [checkbox('B', 'B'), 'false', 0],
    [currency('C', 'C', [18, 2]), 1.005, 1.01],
    [currency('C', 'C', [18, 2]), -1.005, -1.01],
    [currency('C', 'C', [18, 2]), '100', 100],
    [decimal('N', 'N', [5, 0]), 2.5, 3],
    [date('D', 'D'), '2028-02-29', '2028-02-29'],
    [dateTime('DT', 'DT'), '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    [dateTime('DT', 'DT'), '2026-01-01T00:00:00.999+0100', '2025-12-31T23:00:00.000Z'],
  ])('%# is stored as Salesforce keeps it', (field, value, stored) => {
    expect(store(field, value)).toBe(stored);
  });

  it.each([
    [date('D', 'D'), '2027-02-29'],
    [date('D', 'D'), '31.12.2026'],
    [dateTime('DT', 'DT'), '2026-01-01 00:00:00Z'],
    [decimal('N', 'N', [5, 0]), 'many'],
    [decimal('N', 'N', [5, 0]), '0x10'],
    [decimal('N', 'N', [5, 0]), ' 5 '],
    [checkbox('B', 'B'), 'maybe'],
    [text('T', 'T', 10), { nested: true }],
  ])('%# that does not fit is refused while it is parsed', (field, value) => {
    expect(() => store(field, value)).toThrow(expect.objectContaining({ errorCode: 'JSON_PARSER_ERROR' }));
  });

  it('is refused when the number has too many digits', () => {
    for (const [field, value] of [
      [decimal('N', 'N', [5, 2]), 1000],
      [integer('I', 'I'), 1431655766],
    ] as const) {
      expect(() => store(field, value)).toThrow(expect.objectContaining({ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' }));
    }
  });

  it('is not guessed at where the answer is not known', () => {
    expect(() => store(checkbox('B', 'B'), null)).toThrow('NOT_EMULATED');
    expect(() => store(integer('I', 'I'), 1.5)).toThrow('NOT_EMULATED');
    expect(() => store(date('D', 'D'), '1600-01-01')).toThrow('NOT_EMULATED');
    expect(() => store(dateTime('DT', 'DT'), '9999-01-01T00:00:00Z')).toThrow('NOT_EMULATED');
    expect(() => store(dateTime('DT', 'DT'), '2026-01-01T00:00:00')).toThrow('NOT_EMULATED');
  });
});
