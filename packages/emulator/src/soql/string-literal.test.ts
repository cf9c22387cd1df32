import { describe, expect, it } from 'vitest';
import { toSqlitePattern } from './like-pattern.ts';
import { stringValue } from './string-literal.ts';

const raw = String.raw;

describe('stringValue', () => {
  it.each([
    ["''", ''],
    [raw`'it\'s'`, "it's"],
    [raw`'a\\b'`, raw`a\b`],
    [raw`'a\nb\tc\"d'`, 'a\nb\tc"d'],
    [raw`'\u00e9\u00E9'`, 'éé'],
    ["'100% _sure_ 🎉'", '100% _sure_ 🎉'],
  ])('reads %s', (quoted, value) => {
    expect(stringValue(quoted)).toBe(value);
  });

  it.each([raw`'\q'`, raw`'\%'`, raw`'\_'`, raw`'\u12'`])('refuses %s', (quoted) => {
    expect(() => stringValue(quoted)).toThrow('Illegal character sequence');
  });
});

describe('toSqlitePattern', () => {
  it.each([
    ["'a%b_c'", 'a%b_c'],
    [raw`'100\%'`, raw`100\%`],
    [raw`'a\_b'`, raw`a\_b`],
    [raw`'a\\%'`, raw`a\\%`],
    [raw`'it\'s%'`, "it's%"],
  ])('turns %s into a pattern with a backslash as its escape', (quoted, pattern) => {
    expect(toSqlitePattern(quoted)).toBe(pattern);
  });
});
