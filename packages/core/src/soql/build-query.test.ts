import { describe, expect, it } from 'vitest';
import { buildQuery } from './build-query.ts';
import { soqlLiteral } from './soql-value.ts';

describe('soqlLiteral', () => {
  it.each([
    ['an apostrophe', "O'Brien", "'O\\'Brien'"],
    ['a path', 'C:\\new', "'C:\\\\new'"],
    ['a trailing backslash', 'x\\', "'x\\\\'"],
    ['a double quote', '6" pipe', "'6\\\" pipe'"],
    ['white space', 'a\n\r\t\b\fb', "'a\\n\\r\\t\\b\\fb'"],
    ['a break-out', "' OR Id != '", "'\\' OR Id != \\''"],
    ['an escaped break-out', "\\' OR Id != '", "'\\\\\\' OR Id != \\''"],
    ['Unicode', 'Zoë ✓ 🎉', "'Zoë ✓ 🎉'"],
    ['nothing', '', "''"],
    ['null', null, 'null'],
    ['true', true, 'TRUE'],
    ['false', false, 'FALSE'],
    ['a number', -12.5, '-12.5'],
    ['a large number', 1e21, '1000000000000000000000'],
    ['a small number', 1e-7, '0.0000001'],
  ])('writes %s', (_name, value, text) => {
    expect(soqlLiteral(value)).toBe(text);
  });

  it('refuses a number that is none', () => {
    expect(() => soqlLiteral(Number.NaN)).toThrow(RangeError);
  });
});

describe('buildQuery', () => {
  it('joins conditions, order and limit', () => {
    const soql = buildQuery({
      select: ['Id', 'Account.Name'],
      from: 'Opportunity',
      where: [
        { field: 'Name', equals: "O'Brien" },
        { field: 'StageName', in: ['Open', 'Won'] },
      ],
      orderBy: 'Id',
      limit: 2,
    });

    expect(soql).toBe(
      "SELECT Id, Account.Name FROM Opportunity WHERE Name = 'O\\'Brien' AND StageName IN ('Open', 'Won') ORDER BY Id LIMIT 2",
    );
  });

  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026-12-31T10:00:00.000+01:00', '2026-12-31T10:00:00.000+01:00'],
    ['10:15:00.000Z', '10:15:00.000Z'],
    ['2026-12-31 OR Name != null', "'2026-12-31 OR Name != null'"],
    ['TODAY', "'TODAY'"],
  ])('writes the moment %s without quotes only where it is one', (value, literal) => {
    const where = [{ field: 'CloseDate', equalsMoment: value }];

    expect(buildQuery({ select: ['Id'], from: 'Opportunity', where })).toBe(
      `SELECT Id FROM Opportunity WHERE CloseDate = ${literal}`,
    );
  });

  it.each(['Name FROM User', "Name'", 'Name--', 'Na me', '', '1Name', 'a___b', 'Name)', 'Näme'])(
    'refuses the name %j',
    (name) => {
      expect(() => buildQuery({ select: [name], from: 'Account' })).toThrow(TypeError);
      expect(() => buildQuery({ select: ['Id'], from: name })).toThrow(TypeError);
      expect(() => buildQuery({ select: ['Id'], from: 'Account', where: [{ field: name, equals: 1 }] })).toThrow(
        TypeError,
      );
    },
  );
});
