import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

describe('readNumber', () => {
  it.each([
    ['1100.04', 1100.04],
    ['0', 0],
    ['-12', -12],
  ])('reads %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each(['', '1,100', '0x1F', '1e999', 'Infinity', '12 EUR', '.5'])('takes "%s" for no number', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});
